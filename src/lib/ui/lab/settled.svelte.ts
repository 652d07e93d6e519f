/**
 * A value as it was when it last stayed the same for a while: what is costly to show waits until nobody types.
 */
export class Settled<Value> {
  current: Value = $state.raw() as Value;

  /** `wait` in milliseconds; with 0 the value is followed at once. */
  constructor(value: () => Value, wait: () => number) {
    this.current = value();
    $effect.pre(() => {
      const latest = value();
      if (wait() === 0) {
        this.current = latest;
        return;
      }
      const timer = setTimeout(() => {
        this.current = latest;
      }, wait());
      return () => {
        clearTimeout(timer);
      };
    });
  }
}
