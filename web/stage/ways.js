import {createPoll} from "../state/poll.js";

const TRAINING_MS = 300;

/**
 * By which ways the gradients of the unfolded cell came, asked from the core while they are looked at.
 *
 * @param {?} actions
 * @param {function(): void} ask wants a repaint
 * @return {function(?, ?): ?} hears the scene and the state; what is known so far, with the largest size, or null
 */
export function createWays(actions, ask) {
  /** @type {?} */
  let told = null;
  let frame = null;
  let asked = "";
  const poll = createPoll((args) => actions.ask("paths", args), (answer) => {
    const largest = Math.max(1e-30, ...Object.values(answer.sizes).flat());
    told = Object.assign({largest}, answer);
    ask();
  }, (refusal) => {
    if (refusal) told = null;
  });
  return (scene, {zoom, training}) => {
    if (!zoom || !scene.backward || !scene.structure.trains) return null;
    const key = [scene.structure.version, zoom.layer, Boolean(zoom.rev)].join();
    if (frame !== scene.frame || asked !== key) {
      if (asked !== key) told = null;
      frame = scene.frame;
      asked = key;
      poll.ask({"layer": zoom.layer, "rev": zoom.rev ? 1 : 0}, training ? TRAINING_MS : 0);
    }
    return told;
  };
}
