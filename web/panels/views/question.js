/**
 * Asks the core about a view, one question at a time; of those asked meanwhile only the newest is kept.
 *
 * @param {?} actions
 * @param {string} name of the view
 * @param {function(?): void} answered
 * @param {function(?string): void} refused hears what the core says against a question, or null when it answered
 * @return {{ask: function(!Object): void, stop: function(): void}}
 */
export function createQuestion(actions, name, answered, refused) {
  let asking = false;
  let next = null;
  let stopped = false;

  const said = (error) => (error && error.message ? error.message : String(error));

  const tell = (answer, problem) => {
    if (stopped) return;
    refused(problem);
    if (problem === null) answered(answer);
  };

  const go = () => {
    if (asking || !next || stopped) return;
    const args = next;
    next = null;
    asking = true;
    const done = () => {
      asking = false;
      go();
    };
    actions.ask(name, args).then((answer) => tell(answer, null), (error) => tell(null, said(error))).finally(done);
  };

  return {
    ask(args) {
      next = args;
      go();
    },
    stop() {
      stopped = true;
    },
  };
}
