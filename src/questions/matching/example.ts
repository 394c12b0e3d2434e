import type { Matching, MatchingResponse } from './schema.ts';

/** A sound question, for tests. */
export const example: Matching = {
  kind: 'matching',
  id: 'papers-and-jobs',
  number: 5,
  stem: 'Match each paper of a shipment to what it does.',
  objective: 'tell-papers-apart',
  bloom: 'understand',
  tries: 1,
  cites: [],
  pairs: [
    {
      text: 'Bill of lading',
      match: 'Receipt of the carrier',
      feedback: 'The carrier signs for what it took over.',
    },
    {
      text: 'Commercial invoice',
      match: 'Price between seller and buyer',
      feedback: 'Customs values the goods by it.',
    },
    {
      text: 'Packing list',
      match: 'Content of each box',
      feedback: 'It names boxes and weights, not prices.',
    },
    {
      text: 'Entry summary',
      match: 'Statement of duty owed',
      feedback: 'It comes after the release, with the money.',
    },
  ],
  extras: ['Proof that a fee was refunded'],
  wrong: 'Ask who writes the paper: carrier, seller, packer or importer.',
};

/** Its right response. */
export const rightResponse: MatchingResponse = [0, 1, 2, 3];
