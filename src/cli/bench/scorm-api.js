/*
 * The API of a SCORM 1.2 LMS in little, true to the standard (RTE 3.3 and 3.4): states, error codes,
 * read-only and write-only elements, lengths. Runs in the window above the course; `package-server`
 * puts its text into a page. It writes down every call.
 */
(function () {
  const READ_ONLY = /^cmi\.core\.(student_id|student_name|credit|entry|total_time|lesson_mode)$/;
  const WRITE_ONLY = /^cmi\.core\.(exit|session_time)$|^cmi\.interactions\.\d+\./;
  const KEYWORD = /\._(children|count|version)$/;
  const INTERACTION =
    /^cmi\.interactions\.(\d+)\.(id|time|type|weighting|student_response|result|latency|correct_responses\.\d+\.pattern|objectives\.\d+\.id)$/;
  const STATUS = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'];

  /** What the LMS knows, element → value. @type {Record<string, string>} */
  const held = {
    'cmi._version': '3.4',
    'cmi.core._children':
      'student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time',
    'cmi.core.score._children': 'raw,min,max',
    'cmi.student_data._children': 'mastery_score,max_time_allowed,time_limit_action',
    'cmi.interactions._children':
      'id,objectives,time,type,correct_responses,weighting,student_response,result,latency',
    'cmi.interactions._count': '0',
    'cmi.core.student_id': 'bench',
    'cmi.core.student_name': 'Bench, Learner',
    'cmi.core.lesson_location': '',
    'cmi.core.credit': 'credit',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.entry': 'ab-initio',
    'cmi.core.score.raw': '',
    'cmi.core.score.min': '',
    'cmi.core.score.max': '',
    'cmi.core.total_time': '0000:00:00',
    'cmi.core.lesson_mode': 'normal',
    'cmi.suspend_data': '',
    'cmi.launch_data': '',
    'cmi.comments': '',
    'cmi.student_data.mastery_score': '',
    'cmi.student_data.max_time_allowed': '',
    'cmi.student_data.time_limit_action': '',
  };

  let isOpen = false;
  let error = '0';

  /** @param {string} code @param {string} result */
  function answer(code, result) {
    error = code;
    return result;
  }

  /** @param {string} code */
  const command = (code) => answer(code, code === '0' ? 'true' : 'false');

  /** @param {string} element */
  function getCode(element) {
    if (!isOpen) return '301';
    if (WRITE_ONLY.test(element)) return '404';
    return element in held ? '0' : '201';
  }

  /** @param {string} element @param {string} value */
  function setCode(element, value) {
    if (!isOpen) return '301';
    if (KEYWORD.test(element)) return '402';
    if (READ_ONLY.test(element)) return '403';
    const [, index] = INTERACTION.exec(element) ?? [];
    if (index !== undefined) return Number(index) <= Number(interactions()) ? '0' : '201';
    if (!(element in held) && !WRITE_ONLY.test(element)) return '201';
    if (element === 'cmi.core.lesson_status' && !STATUS.includes(value)) return '405';
    const limit = element === 'cmi.suspend_data' ? 4096 : 255;
    return value.length <= limit ? '0' : '405';
  }

  const interactions = () => held['cmi.interactions._count'] ?? '0';

  /** @param {string} element @param {string} value */
  function set(element, value) {
    const code = setCode(element, value);
    if (code !== '0') return command(code);
    held[element] = value;
    const [, index] = INTERACTION.exec(element) ?? [];
    if (index === interactions()) held['cmi.interactions._count'] = String(Number(index) + 1);
    return command('0');
  }

  function initialize() {
    if (isOpen) return command('101');
    isOpen = true;
    return command('0');
  }

  /** The next session resumes if this one was suspended. */
  function finish() {
    if (!isOpen) return command('301');
    isOpen = false;
    held['cmi.core.entry'] = held['cmi.core.exit'] === 'suspend' ? 'resume' : '';
    return command('0');
  }

  const methods = {
    LMSInitialize: initialize,
    LMSFinish: finish,
    /** @param {string} element */
    LMSGetValue(element) {
      const code = getCode(element);
      return answer(code, code === '0' ? (held[element] ?? '') : '');
    },
    LMSSetValue: set,
    LMSCommit: () => command(isOpen ? '0' : '301'),
    LMSGetLastError: () => error,
    /** @param {string} code */
    LMSGetErrorString: (code) => (code === '0' ? 'No error' : `Error ${code}`),
    /** @param {string} code */
    LMSGetDiagnostic: (code) => `Error ${code}`,
  };

  /** @type {import('./call-log.ts').LmsCall[]} */
  const calls = [];

  /** @param {string} verb @param {(...args: string[]) => string} method */
  function recorded(verb, method) {
    return (/** @type {unknown[]} */ ...args) => {
      const [element = '', value = ''] = args.map(String);
      const result = method(element, value);
      const isQuestion = /Error|Diagnostic/.test(verb);
      calls.push({ verb, element, value, error: isQuestion ? '0' : error });
      return result;
    };
  }

  Object.assign(window, {
    API: Object.fromEntries(
      Object.entries(methods).map(([verb, method]) => [verb, recorded(verb, method)]),
    ),
    benchCalls: calls,
    benchHeld: held,
  });
})();
