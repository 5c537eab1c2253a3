import {SHAPES, shapeDiagram} from "../../charts/shapes.js";
import {freshId, segmented} from "../../dom/controls.js";
import {el, setText} from "../../dom/dom.js";
import {icon} from "../../dom/icons.js";
import {recall, remember} from "../../dom/storage.js";
import {views} from "../../text/en.views.js";
import {taskPicture} from "./pictures.js";

/**
 * Which shape of net fits which task: a card a question, answered by choosing a drawing. What was answered is kept in
 * this browser.
 *
 * @param {!Element} root
 * @param {?} store
 * @param {?} actions
 * @return {function(): void} takes it away
 */
export function quizView(root, store, actions) {
  const words = views.quiz;
  const {structure, presetId} = store.get();
  const questions = structure.preset.quiz || [];
  const key = "quiz." + presetId;
  const kept = recall(key, []);
  /** What was chosen, and whether it was right; null where nothing was checked yet. */
  const answers = questions.map((_, k) => (Array.isArray(kept) && kept.length === questions.length ? kept[k] : null));
  let at = Math.max(0, answers.indexOf(null));
  let draft = {shape: "", direction: ""};

  const score = el("span", {class: "aside"});
  const dots = el("div", {class: "quiz-dots"});
  const picture = el("div", {class: "quiz-picture"});
  const where = el("p", {class: "quiet small"});
  const question = el("h3", {class: "quiz-question", tabindex: "-1"});
  const shapes = el("div", {class: "quiz-shapes", role: "radiogroup", "aria-label": words.shape});
  const directions = segmented(Object.entries(words.directions).map(([value, text]) => ({value, text})), (value) =>
    change({direction: value}));
  directions.setAttribute("aria-label", words.direction);
  const check = el("button", {type: "button", class: "quiz-check", text: words.check, onclick: () => judge()});
  const verdict = el("div", {class: "quiz-verdict", role: "status"});
  const before = el("button", {type: "button", class: "quiet-button", text: words.before, onclick: () => go(at - 1)});
  const next = el("button", {type: "button", class: "quiet-button", text: words.next, onclick: () => go(at + 1)});
  const again = el("button", {type: "button", class: "link", text: words.again, onclick: () => {
    answers.fill(null);
    go(0);
  }});
  root.append(
      el("div", {class: "quiz-head"}, dots, score, again),
      el("div", {class: "quiz-card"}, picture, el("div", {class: "quiz-text"}, where, question, verdict)),
      shapes,
      el("div", {class: "quiz-foot"}, directions, check, el("span", {class: "quiz-move"}, before, next)));

  const name = freshId();
  const radios = SHAPES.map((shape) => el("input", {type: "radio", name, value: shape, id: name + shape,
    class: "hidden", onchange: () => change({shape})}));
  const labels = SHAPES.map((shape) => el("label", {class: "quiz-shape", for: name + shape}, shapeDiagram(shape),
      el("span", {text: words.shapes[shape]}), el("span", {class: "quiz-mark", "aria-hidden": "true"})));
  SHAPES.forEach((_, k) => shapes.append(radios[k], labels[k]));

  const change = (patch) => {
    draft = Object.assign({}, draft, patch);
    show();
  };

  const judge = () => {
    const {shape, direction} = questions[at];
    const right = draft.shape === shape && (!direction || draft.direction === direction);
    answers[at] = Object.assign({right}, draft);
    remember(key, answers);
    show();
    (at + 1 < questions.length ? next : before).focus();
  };

  const go = (k) => {
    at = Math.max(0, Math.min(questions.length - 1, k));
    draft = answers[at] || {shape: "", direction: ""};
    remember(key, answers);
    show();
    question.focus({preventScroll: true});
  };

  const show = () => {
    const asked = questions[at];
    const answer = answers[at];
    setText(score, words.score(answers.filter((one) => one && one.right).length, questions.length));
    again.hidden = answers.every((one) => one === null);
    dots.replaceChildren(...questions.map((_, k) => dot(k)));
    if (picture.dataset["name"] !== asked.picture + at) {
      picture.replaceChildren(taskPicture(asked.picture, words.pictures[asked.picture] || ""));
      picture.dataset["name"] = asked.picture + at;
    }
    setText(where, words.question(at + 1, questions.length));
    setText(question, asked.question);
    radios.forEach((radio, k) => {
      radio.checked = radio.value === draft.shape;
      radio.disabled = Boolean(answer);
      const fits = Boolean(answer) && radio.value === asked.shape;
      const failed = Boolean(answer) && radio.checked && !fits;
      labels[k].classList.toggle("fits", fits);
      labels[k].classList.toggle("fails", failed);
      const mark = fits ? [icon("check")] : failed ? [icon("close")] : [];
      /** @type {?} */ (labels[k].lastChild).replaceChildren(...mark);
    });
    directions.hidden = !asked.direction;
    directions.show(draft.direction);
    for (const input of directions.querySelectorAll("input")) input.disabled = Boolean(answer);
    check.hidden = Boolean(answer);
    check.disabled = !draft.shape || Boolean(asked.direction && !draft.direction);
    before.disabled = at === 0;
    next.disabled = at === questions.length - 1;
    next.classList.toggle("strong", Boolean(answer));
    showVerdict(asked, answer);
  };

  const showVerdict = ({shape, direction, why}, answer) => {
    verdict.className = "quiz-verdict" + (answer ? answer.right ? " right" : " wrong" : "");
    if (!answer) return verdict.replaceChildren();
    const said = direction ? words.directions[direction].toLowerCase() : "";
    const fits = words.fits(words.shapes[shape].toLowerCase(), said);
    verdict.replaceChildren(el("p", {}, el("b", {text: answer.right ? words.right
        : direction && (answer.shape === shape || answer.direction === direction) ? words.half(answer.shape === shape)
          : words.wrong}),
        answer.right ? "" : " " + fits), el("p", {text: why || ""}));
  };

  const dot = (k) => {
    const answer = answers[k];
    const state = !answer ? "open" : answer.right ? "right" : "wrong";
    return el("button", {type: "button", class: "quiz-dot " + state, "aria-current": k === at ? "step" : null,
      "aria-label": words.done(k + 1, words.states[state]), onclick: () => go(k)}, String(k + 1));
  };

  if (questions.length > 0) {
    draft = answers[at] || draft;
    show();
  }
  return () => {};
}
