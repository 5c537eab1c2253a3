/**
 * The views that can take the stage's place, by the name the core knows them by, in the order of their tabs. Each
 * builds into a root and returns what takes it away; it asks the core by `actions.ask(name, args)`.
 *
 * @const {!Map<string, {title: string, build: function(!Element, ?, ?): function(): void}>}
 */
export const VIEWS = new Map([
]);
