import {frequencyOf} from "../state/notes.js";

const BEAT = 0.34;
const VOLUME = 0.16;
const ATTACK = 0.015;
const RELEASE = 0.09;
/** Between asking for sound and the first note. */
const LEAD = 0.06;

/**
 * Plays notes, one after the other, with a soft synthetic voice. Sound is asked for at the first click alone; where
 * there is none, the notes pass in silence.
 *
 * @return {?} {play(notes, heard), stop()}
 */
export function createPlayer() {
  /** @type {?} */
  let context = null;
  /** @type {?} */
  let volume = null;
  let timers = [];

  const open = () => {
    try {
      context = context || new AudioContext();
      if (context.state === "suspended") context.resume().catch(() => {});
      volume = context.createGain();
      volume.gain.value = VOLUME;
      volume.connect(context.destination);
    } catch (none) {
      context = null;
      volume = null;
    }
  };

  const voice = (midi, start, length) => {
    const oscillator = context.createOscillator();
    const envelope = context.createGain();
    oscillator.type = "triangle";
    oscillator.frequency.value = frequencyOf(midi);
    envelope.gain.setValueAtTime(0, start);
    envelope.gain.linearRampToValueAtTime(1, start + ATTACK);
    envelope.gain.exponentialRampToValueAtTime(0.4, start + Math.max(2 * ATTACK, 0.6 * length));
    envelope.gain.setTargetAtTime(0, start + length - RELEASE, RELEASE / 3);
    oscillator.connect(envelope).connect(volume);
    oscillator.start(start);
    oscillator.stop(start + length + RELEASE);
  };

  const stop = () => {
    timers.forEach(clearTimeout);
    timers = [];
    if (!volume) return;
    const old = volume;
    volume = null;
    try {
      old.gain.setTargetAtTime(0, context.currentTime, 0.02);
      setTimeout(() => old.disconnect(), 200);
    } catch (none) {
      // what cannot be turned down makes no sound
    }
  };

  return {
    /**
     * @param {!Array<{midi: ?number, beats: number}>} notes
     * @param {function(number): void} heard hears which note sounds, −1 when all is over
     */
    play(notes, heard) {
      stop();
      open();
      const start = context ? context.currentTime + LEAD : 0;
      let at = 0;
      notes.forEach(({midi, beats}, k) => {
        if (context && midi !== null) voice(midi, start + at, beats * BEAT);
        timers.push(setTimeout(() => heard(k), 1000 * (LEAD + at)));
        at += beats * BEAT;
      });
      timers.push(setTimeout(() => {
        stop();
        heard(-1);
      }, 1000 * (LEAD + at + RELEASE)));
    },
    stop,
  };
}
