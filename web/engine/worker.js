/** Loads the core and answers one question with it: the smallest proof of the chain. */
self.onmessage = async ({data}) => {
  try {
    const core = (await TeaVM.wasmGC.load(data.bytes, {noAutoImports: true})).exports;
    let error = "";
    try { core.greet(""); } catch (e) { error = e.message; }
    self.postMessage({greeting: core.greet("world"), error});
  } catch (e) {
    self.postMessage({failed: String(e)});
  }
};
