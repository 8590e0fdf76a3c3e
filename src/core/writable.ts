/** A value while it is being put together, which is quicker than spreading parts that may be missing into it. */
export type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
