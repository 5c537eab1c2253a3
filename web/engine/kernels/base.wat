;; The loops that cost time, four floats at a time, on the memory of the core: unrolled.wasm.SimdKernels calls them, and
;; unrolled.tensor.Kernels says what each computes. The build assembles the files of this folder as one module. No
;; relaxed SIMD, so every browser computes the same numbers.
;;
;; Addresses and distances (of rows, of panels) are in bytes; m, n and k, H and B are numbers of rows, columns, units,
;; sequences. A last vector that is not full is read whole, up to 28 bytes beyond its row; what is written there is what
;; stood there.

(import "env" "memory" (memory 1 65536))

;; How many floats go at a time.
(func (export "lanes") (result i32) (i32.const 4))

;; y = 0, n numbers.
(func $clear (export "clear") (param $y i32) (param $n i32)
  (memory.fill (local.get $y) (i32.const 0) (i32.shl (local.get $n) (i32.const 2))))

;; y = x, n numbers.
(func $copy (export "copy") (param $x i32) (param $y i32) (param $n i32)
  (memory.copy (local.get $y) (local.get $x) (i32.shl (local.get $n) (i32.const 2))))

;; All bits of the first lanes, as many as bytes / 4.
(func $first (param $bytes i32) (result v128)
  (i32x4.lt_s (v128.const i32x4 0 4 8 12) (i32x4.splat (local.get $bytes))))

;; y = v where mask is set.
(func $put (param $y i32) (param $v v128) (param $mask v128)
  (v128.store (local.get $y) (v128.bitselect (local.get $v) (v128.load (local.get $y)) (local.get $mask))))

;; y(r) = b, n rows of cols numbers.
(func $spread (export "spread") (param $b i32) (param $y i32) (param $yRow i32) (param $cols i32) (param $n i32)
  (local $at i32) (local $end i32)
  (local.set $end (i32.shl (local.get $cols) (i32.const 2)))
  (block $done (loop $row
    (br_if $done (i32.eqz (local.get $n)))
    (local.set $at (i32.const 0))
    (loop $by4
      (if (i32.ge_s (i32.sub (local.get $end) (local.get $at)) (i32.const 16))
        (then (v128.store (i32.add (local.get $y) (local.get $at)) (v128.load (i32.add (local.get $b)
          (local.get $at)))))
        (else (call $put (i32.add (local.get $y) (local.get $at)) (v128.load (i32.add (local.get $b) (local.get $at)))
          (call $first (i32.sub (local.get $end) (local.get $at))))))
      (br_if $by4 (i32.lt_s (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.set $y (i32.add (local.get $y) (local.get $yRow)))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br $row))))
