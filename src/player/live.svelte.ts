import { createSubscriber } from 'svelte/reactivity';
import type { Actor, AnyActorLogic, SnapshotFrom } from 'xstate';

/** An actor whose snapshot is a rune value: what reads it in markup or in `$derived` follows it. */
export class Live<Logic extends AnyActorLogic> {
  readonly actor: Actor<Logic>;
  readonly #subscribe: () => void;

  constructor(actor: Actor<Logic>) {
    this.actor = actor;
    this.#subscribe = createSubscriber((update) => {
      const { unsubscribe } = actor.subscribe(update);
      return unsubscribe;
    });
  }

  get snapshot(): SnapshotFrom<Logic> {
    this.#subscribe();
    return this.actor.getSnapshot();
  }
}
