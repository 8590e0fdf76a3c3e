/** A value under construction. Assigning optional properties one by one is faster than spreading them into a literal. */
export type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
