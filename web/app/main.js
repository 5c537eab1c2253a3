import {workerSource, wasmBase64} from "../generated.js";

const binary = atob(wasmBase64);
const bytes = new Uint8Array(binary.length);
for (let i = 0; i < binary.length; i++) { bytes[i] = binary.charCodeAt(i); }
const worker = new Worker(URL.createObjectURL(new Blob([workerSource], {type: "text/javascript"})));
worker.onmessage = ({data}) => {
  const scale = d3.scaleLinear().domain([0, 1]).range([0, 10]);
  document.getElementById("out").textContent = (data.failed || data.greeting + ", " + data.error) + ", " + scale(0.5);
  document.documentElement.dataset["unrolled"] = data.failed ? "failed" : "ready";
};
worker.postMessage({bytes: bytes.buffer});
