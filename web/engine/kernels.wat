;; The loops that cost time, four floats at a time, on the memory of the core: unrolled.wasm.SimdKernels calls them, and
;; unrolled.tensor.Kernels says what each computes. Assembled in the build. No relaxed SIMD, so every browser computes the
;; same numbers.
;;
;; Arguments are addresses and distances of rows in bytes, numbers of rows and columns in numbers. Products are summed in
;; float, four partial sums a row; what goes element by element is computed in double, two at a time, with the very
;; operations of unrolled.tensor.Numbers and unrolled.tensor.States.
(module
  (import "env" "memory" (memory 1 65536))

  ;; How many floats go at a time.
  (func (export "lanes") (result i32) (i32.const 4))

  ;; ---- products ----

  ;; Four rows of W, from w, times x: W[0] x, W[1] x, W[2] x, W[3] x.
  (func $dot4 (param $w i32) (param $stride i32) (param $x i32) (param $cols i32) (result v128)
    (local $w1 i32) (local $w2 i32) (local $w3 i32)
    (local $s0 v128) (local $s1 v128) (local $s2 v128) (local $s3 v128) (local $v v128) (local $u v128)
    (local.set $w1 (i32.add (local.get $w) (local.get $stride)))
    (local.set $w2 (i32.add (local.get $w1) (local.get $stride)))
    (local.set $w3 (i32.add (local.get $w2) (local.get $stride)))
    (block $out8 (loop $by8
      (br_if $out8 (i32.lt_s (local.get $cols) (i32.const 8)))
      (local.set $v (v128.load (local.get $x)))
      (local.set $u (v128.load offset=16 (local.get $x)))
      (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $v) (v128.load (local.get $w)))))
      (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $v) (v128.load (local.get $w1)))))
      (local.set $s2 (f32x4.add (local.get $s2) (f32x4.mul (local.get $v) (v128.load (local.get $w2)))))
      (local.set $s3 (f32x4.add (local.get $s3) (f32x4.mul (local.get $v) (v128.load (local.get $w3)))))
      (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $u) (v128.load offset=16 (local.get $w)))))
      (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $u) (v128.load offset=16 (local.get $w1)))))
      (local.set $s2 (f32x4.add (local.get $s2) (f32x4.mul (local.get $u) (v128.load offset=16 (local.get $w2)))))
      (local.set $s3 (f32x4.add (local.get $s3) (f32x4.mul (local.get $u) (v128.load offset=16 (local.get $w3)))))
      (local.set $x (i32.add (local.get $x) (i32.const 32)))
      (local.set $w (i32.add (local.get $w) (i32.const 32)))
      (local.set $w1 (i32.add (local.get $w1) (i32.const 32)))
      (local.set $w2 (i32.add (local.get $w2) (i32.const 32)))
      (local.set $w3 (i32.add (local.get $w3) (i32.const 32)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 8)))
      (br $by8)))
    (if (i32.ge_s (local.get $cols) (i32.const 4)) (then
      (local.set $v (v128.load (local.get $x)))
      (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $v) (v128.load (local.get $w)))))
      (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $v) (v128.load (local.get $w1)))))
      (local.set $s2 (f32x4.add (local.get $s2) (f32x4.mul (local.get $v) (v128.load (local.get $w2)))))
      (local.set $s3 (f32x4.add (local.get $s3) (f32x4.mul (local.get $v) (v128.load (local.get $w3)))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $w (i32.add (local.get $w) (i32.const 16)))
      (local.set $w1 (i32.add (local.get $w1) (i32.const 16)))
      (local.set $w2 (i32.add (local.get $w2) (i32.const 16)))
      (local.set $w3 (i32.add (local.get $w3) (i32.const 16)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 4)))))
    (block $out1 (loop $by1
      (br_if $out1 (i32.eqz (local.get $cols)))
      (local.set $v (v128.load32_zero (local.get $x)))
      (local.set $s0 (f32x4.add (local.get $s0) (f32x4.mul (local.get $v) (v128.load32_zero (local.get $w)))))
      (local.set $s1 (f32x4.add (local.get $s1) (f32x4.mul (local.get $v) (v128.load32_zero (local.get $w1)))))
      (local.set $s2 (f32x4.add (local.get $s2) (f32x4.mul (local.get $v) (v128.load32_zero (local.get $w2)))))
      (local.set $s3 (f32x4.add (local.get $s3) (f32x4.mul (local.get $v) (v128.load32_zero (local.get $w3)))))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (local.set $w1 (i32.add (local.get $w1) (i32.const 4)))
      (local.set $w2 (i32.add (local.get $w2) (i32.const 4)))
      (local.set $w3 (i32.add (local.get $w3) (i32.const 4)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 1)))
      (br $by1)))
    ;; the four lanes of each sum, added up: a transposition in two halves
    (local.set $v (f32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $s0) (local.get $s1))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $s0) (local.get $s1))))
    (local.set $u (f32x4.add
      (i8x16.shuffle 0 1 2 3 16 17 18 19 4 5 6 7 20 21 22 23 (local.get $s2) (local.get $s3))
      (i8x16.shuffle 8 9 10 11 24 25 26 27 12 13 14 15 28 29 30 31 (local.get $s2) (local.get $s3))))
    (f32x4.add
      (i8x16.shuffle 0 1 2 3 4 5 6 7 16 17 18 19 20 21 22 23 (local.get $v) (local.get $u))
      (i8x16.shuffle 8 9 10 11 12 13 14 15 24 25 26 27 28 29 30 31 (local.get $v) (local.get $u))))

  ;; One row of W times x.
  (func $dot (param $w i32) (param $x i32) (param $cols i32) (result f32)
    (local $s v128)
    (block $out4 (loop $by4
      (br_if $out4 (i32.lt_s (local.get $cols) (i32.const 4)))
      (local.set $s (f32x4.add (local.get $s) (f32x4.mul (v128.load (local.get $x)) (v128.load (local.get $w)))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $w (i32.add (local.get $w) (i32.const 16)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 4)))
      (br $by4)))
    (block $out1 (loop $by1
      (br_if $out1 (i32.eqz (local.get $cols)))
      (local.set $s (f32x4.add (local.get $s)
        (f32x4.mul (v128.load32_zero (local.get $x)) (v128.load32_zero (local.get $w)))))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 1)))
      (br $by1)))
    (f32.add
      (f32.add (f32x4.extract_lane 0 (local.get $s)) (f32x4.extract_lane 2 (local.get $s)))
      (f32.add (f32x4.extract_lane 1 (local.get $s)) (f32x4.extract_lane 3 (local.get $s)))))

  ;; y(r) += W x(r) for n rows r.
  (func (export "timesAdd") (param $W i32) (param $stride i32) (param $rows i32) (param $cols i32)
      (param $x i32) (param $xStride i32) (param $y i32) (param $yStride i32) (param $n i32)
    (local $w i32) (local $out i32) (local $i i32)
    (block $done (loop $step
      (br_if $done (i32.eqz (local.get $n)))
      (local.set $w (local.get $W))
      (local.set $out (local.get $y))
      (local.set $i (local.get $rows))
      (block $out4 (loop $by4
        (br_if $out4 (i32.lt_s (local.get $i) (i32.const 4)))
        (v128.store (local.get $out) (f32x4.add (v128.load (local.get $out))
          (call $dot4 (local.get $w) (local.get $stride) (local.get $x) (local.get $cols))))
        (local.set $w (i32.add (local.get $w) (i32.shl (local.get $stride) (i32.const 2))))
        (local.set $out (i32.add (local.get $out) (i32.const 16)))
        (local.set $i (i32.sub (local.get $i) (i32.const 4)))
        (br $by4)))
      (block $out1 (loop $by1
        (br_if $out1 (i32.eqz (local.get $i)))
        (f32.store (local.get $out) (f32.add (f32.load (local.get $out))
          (call $dot (local.get $w) (local.get $x) (local.get $cols))))
        (local.set $w (i32.add (local.get $w) (local.get $stride)))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (br $by1)))
      (local.set $x (i32.add (local.get $x) (local.get $xStride)))
      (local.set $y (i32.add (local.get $y) (local.get $yStride)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $step))))

  ;; out += d · w, for cols numbers.
  (func $axpy (param $d f32) (param $w i32) (param $out i32) (param $cols i32)
    (local $v v128)
    (local.set $v (f32x4.splat (local.get $d)))
    (block $out4 (loop $by4
      (br_if $out4 (i32.lt_s (local.get $cols) (i32.const 4)))
      (v128.store (local.get $out) (f32x4.add (v128.load (local.get $out))
        (f32x4.mul (local.get $v) (v128.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (i32.const 16)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 4)))
      (br $by4)))
    (block $out1 (loop $by1
      (br_if $out1 (i32.eqz (local.get $cols)))
      (f32.store (local.get $out) (f32.add (f32.load (local.get $out))
        (f32.mul (local.get $d) (f32.load (local.get $w)))))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 1)))
      (br $by1))))

  ;; out += d[0] w(0) + d[1] w(1) + d[2] w(2) + d[3] w(3), for cols numbers of four rows.
  (func $axpy4 (param $d i32) (param $w i32) (param $stride i32) (param $out i32) (param $cols i32)
    (local $w1 i32) (local $w2 i32) (local $w3 i32)
    (local $d0 v128) (local $d1 v128) (local $d2 v128) (local $d3 v128)
    (local.set $w1 (i32.add (local.get $w) (local.get $stride)))
    (local.set $w2 (i32.add (local.get $w1) (local.get $stride)))
    (local.set $w3 (i32.add (local.get $w2) (local.get $stride)))
    (local.set $d0 (v128.load32_splat (local.get $d)))
    (local.set $d1 (v128.load32_splat offset=4 (local.get $d)))
    (local.set $d2 (v128.load32_splat offset=8 (local.get $d)))
    (local.set $d3 (v128.load32_splat offset=12 (local.get $d)))
    (block $out4 (loop $by4
      (br_if $out4 (i32.lt_s (local.get $cols) (i32.const 4)))
      (v128.store (local.get $out) (f32x4.add (v128.load (local.get $out)) (f32x4.add
        (f32x4.add (f32x4.mul (local.get $d0) (v128.load (local.get $w)))
          (f32x4.mul (local.get $d1) (v128.load (local.get $w1))))
        (f32x4.add (f32x4.mul (local.get $d2) (v128.load (local.get $w2)))
          (f32x4.mul (local.get $d3) (v128.load (local.get $w3)))))))
      (local.set $w (i32.add (local.get $w) (i32.const 16)))
      (local.set $w1 (i32.add (local.get $w1) (i32.const 16)))
      (local.set $w2 (i32.add (local.get $w2) (i32.const 16)))
      (local.set $w3 (i32.add (local.get $w3) (i32.const 16)))
      (local.set $out (i32.add (local.get $out) (i32.const 16)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 4)))
      (br $by4)))
    (block $out1 (loop $by1
      (br_if $out1 (i32.eqz (local.get $cols)))
      (f32.store (local.get $out) (f32.add (f32.load (local.get $out)) (f32.add
        (f32.add (f32.mul (f32.load (local.get $d)) (f32.load (local.get $w)))
          (f32.mul (f32.load offset=4 (local.get $d)) (f32.load (local.get $w1))))
        (f32.add (f32.mul (f32.load offset=8 (local.get $d)) (f32.load (local.get $w2)))
          (f32.mul (f32.load offset=12 (local.get $d)) (f32.load (local.get $w3)))))))
      (local.set $w (i32.add (local.get $w) (i32.const 4)))
      (local.set $w1 (i32.add (local.get $w1) (i32.const 4)))
      (local.set $w2 (i32.add (local.get $w2) (i32.const 4)))
      (local.set $w3 (i32.add (local.get $w3) (i32.const 4)))
      (local.set $out (i32.add (local.get $out) (i32.const 4)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 1)))
      (br $by1))))

  ;; dx(r) += Wᵀ dy(r) for n rows r.
  (func (export "transposedAdd") (param $W i32) (param $stride i32) (param $rows i32) (param $cols i32)
      (param $dy i32) (param $dyStride i32) (param $dx i32) (param $dxStride i32) (param $n i32)
    (local $w i32) (local $d i32) (local $i i32)
    (block $done (loop $step
      (br_if $done (i32.eqz (local.get $n)))
      (local.set $w (local.get $W))
      (local.set $d (local.get $dy))
      (local.set $i (local.get $rows))
      (block $out4 (loop $by4
        (br_if $out4 (i32.lt_s (local.get $i) (i32.const 4)))
        (call $axpy4 (local.get $d) (local.get $w) (local.get $stride) (local.get $dx) (local.get $cols))
        (local.set $w (i32.add (local.get $w) (i32.shl (local.get $stride) (i32.const 2))))
        (local.set $d (i32.add (local.get $d) (i32.const 16)))
        (local.set $i (i32.sub (local.get $i) (i32.const 4)))
        (br $by4)))
      (block $out1 (loop $by1
        (br_if $out1 (i32.eqz (local.get $i)))
        (call $axpy (f32.load (local.get $d)) (local.get $w) (local.get $dx) (local.get $cols))
        (local.set $w (i32.add (local.get $w) (local.get $stride)))
        (local.set $d (i32.add (local.get $d) (i32.const 4)))
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (br $by1)))
      (local.set $dy (i32.add (local.get $dy) (local.get $dyStride)))
      (local.set $dx (i32.add (local.get $dx) (local.get $dxStride)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $step))))

  ;; Four rows of dW, eight columns: stays in registers over all n rows of dy and x.
  (func $outer4x8 (param $dy i32) (param $dyStride i32) (param $x i32) (param $xStride i32)
      (param $w i32) (param $stride i32) (param $n i32)
    (local $w1 i32) (local $w2 i32) (local $w3 i32) (local $v v128) (local $u v128) (local $d v128)
    (local $a0 v128) (local $a1 v128) (local $a2 v128) (local $a3 v128)
    (local $b0 v128) (local $b1 v128) (local $b2 v128) (local $b3 v128)
    (local.set $w1 (i32.add (local.get $w) (local.get $stride)))
    (local.set $w2 (i32.add (local.get $w1) (local.get $stride)))
    (local.set $w3 (i32.add (local.get $w2) (local.get $stride)))
    (local.set $a0 (v128.load (local.get $w)))
    (local.set $b0 (v128.load offset=16 (local.get $w)))
    (local.set $a1 (v128.load (local.get $w1)))
    (local.set $b1 (v128.load offset=16 (local.get $w1)))
    (local.set $a2 (v128.load (local.get $w2)))
    (local.set $b2 (v128.load offset=16 (local.get $w2)))
    (local.set $a3 (v128.load (local.get $w3)))
    (local.set $b3 (v128.load offset=16 (local.get $w3)))
    (loop $step
      (local.set $v (v128.load (local.get $x)))
      (local.set $u (v128.load offset=16 (local.get $x)))
      (local.set $d (v128.load32_splat (local.get $dy)))
      (local.set $a0 (f32x4.add (local.get $a0) (f32x4.mul (local.get $d) (local.get $v))))
      (local.set $b0 (f32x4.add (local.get $b0) (f32x4.mul (local.get $d) (local.get $u))))
      (local.set $d (v128.load32_splat offset=4 (local.get $dy)))
      (local.set $a1 (f32x4.add (local.get $a1) (f32x4.mul (local.get $d) (local.get $v))))
      (local.set $b1 (f32x4.add (local.get $b1) (f32x4.mul (local.get $d) (local.get $u))))
      (local.set $d (v128.load32_splat offset=8 (local.get $dy)))
      (local.set $a2 (f32x4.add (local.get $a2) (f32x4.mul (local.get $d) (local.get $v))))
      (local.set $b2 (f32x4.add (local.get $b2) (f32x4.mul (local.get $d) (local.get $u))))
      (local.set $d (v128.load32_splat offset=12 (local.get $dy)))
      (local.set $a3 (f32x4.add (local.get $a3) (f32x4.mul (local.get $d) (local.get $v))))
      (local.set $b3 (f32x4.add (local.get $b3) (f32x4.mul (local.get $d) (local.get $u))))
      (local.set $dy (i32.add (local.get $dy) (local.get $dyStride)))
      (local.set $x (i32.add (local.get $x) (local.get $xStride)))
      (br_if $step (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (v128.store (local.get $w) (local.get $a0))
    (v128.store offset=16 (local.get $w) (local.get $b0))
    (v128.store (local.get $w1) (local.get $a1))
    (v128.store offset=16 (local.get $w1) (local.get $b1))
    (v128.store (local.get $w2) (local.get $a2))
    (v128.store offset=16 (local.get $w2) (local.get $b2))
    (v128.store (local.get $w3) (local.get $a3))
    (v128.store offset=16 (local.get $w3) (local.get $b3)))

  ;; One row of dW, cols columns: w += Σ dy(r)[0] · x(r).
  (func $outer1 (param $dy i32) (param $dyStride i32) (param $x i32) (param $xStride i32)
      (param $w i32) (param $cols i32) (param $n i32)
    (block $done (loop $step
      (br_if $done (i32.eqz (local.get $n)))
      (call $axpy (f32.load (local.get $dy)) (local.get $x) (local.get $w) (local.get $cols))
      (local.set $dy (i32.add (local.get $dy) (local.get $dyStride)))
      (local.set $x (i32.add (local.get $x) (local.get $xStride)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $step))))

  ;; dW += Σ dy(r) x(r)ᵀ over n rows r, n > 0.
  (func (export "outerAdd") (param $dy i32) (param $dyStride i32) (param $x i32) (param $xStride i32)
      (param $W i32) (param $stride i32) (param $rows i32) (param $cols i32) (param $n i32)
    (local $j i32) (local $k i32)
    (block $out4 (loop $by4
      (br_if $out4 (i32.lt_s (local.get $rows) (i32.const 4)))
      (local.set $j (i32.const 0))
      (block $out8 (loop $by8
        (br_if $out8 (i32.gt_s (i32.add (local.get $j) (i32.const 8)) (local.get $cols)))
        (call $outer4x8 (local.get $dy) (local.get $dyStride)
          (i32.add (local.get $x) (i32.shl (local.get $j) (i32.const 2))) (local.get $xStride)
          (i32.add (local.get $W) (i32.shl (local.get $j) (i32.const 2))) (local.get $stride) (local.get $n))
        (local.set $j (i32.add (local.get $j) (i32.const 8)))
        (br $by8)))
      (if (i32.lt_s (local.get $j) (local.get $cols)) (then
        (local.set $k (i32.const 0))
        (loop $row
          (call $outer1 (i32.add (local.get $dy) (i32.shl (local.get $k) (i32.const 2))) (local.get $dyStride)
            (i32.add (local.get $x) (i32.shl (local.get $j) (i32.const 2))) (local.get $xStride)
            (i32.add (i32.add (local.get $W) (i32.mul (local.get $k) (local.get $stride)))
              (i32.shl (local.get $j) (i32.const 2)))
            (i32.sub (local.get $cols) (local.get $j)) (local.get $n))
          (local.set $k (i32.add (local.get $k) (i32.const 1)))
          (br_if $row (i32.lt_s (local.get $k) (i32.const 4))))))
      (local.set $W (i32.add (local.get $W) (i32.shl (local.get $stride) (i32.const 2))))
      (local.set $dy (i32.add (local.get $dy) (i32.const 16)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 4)))
      (br $by4)))
    (block $out1 (loop $by1
      (br_if $out1 (i32.eqz (local.get $rows)))
      (call $outer1 (local.get $dy) (local.get $dyStride) (local.get $x) (local.get $xStride)
        (local.get $W) (local.get $cols) (local.get $n))
      (local.set $W (i32.add (local.get $W) (local.get $stride)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 4)))
      (local.set $rows (i32.sub (local.get $rows) (i32.const 1)))
      (br $by1))))

  ;; ---- element by element, in double ----

  ;; eˣ as in Numbers, for x held within -708 .. 709: beyond, a float is 0 or infinite either way.
  (func $exp (param $x v128) (result v128)
    (local $k v128) (local $n v128) (local $r v128) (local $r2 v128) (local $r4 v128) (local $high v128)
    (local.set $x (f64x2.max (v128.const f64x2 -708 -708) (f64x2.min (v128.const f64x2 709 709) (local.get $x))))
    (local.set $k (f64x2.add (f64x2.mul (local.get $x) (v128.const f64x2 1.4426950408889634 1.4426950408889634)) (v128.const f64x2 0x1.8p52 0x1.8p52)))
    (local.set $n (f64x2.sub (local.get $k) (v128.const f64x2 0x1.8p52 0x1.8p52)))
    (local.set $r (f64x2.sub
      (f64x2.sub (local.get $x) (f64x2.mul (local.get $n) (v128.const f64x2 0x1.62e42feep-1 0x1.62e42feep-1)))
      (f64x2.mul (local.get $n) (v128.const f64x2 1.9082149292705877e-10 1.9082149292705877e-10))))
    (local.set $r2 (f64x2.mul (local.get $r) (local.get $r)))
    (local.set $r4 (f64x2.mul (local.get $r2) (local.get $r2)))
    (local.set $high (call $four (local.get $r) (local.get $r2)
      (v128.const f64x2 2.755731922398589e-07 2.755731922398589e-07) (v128.const f64x2 2.505210838544172e-08 2.505210838544172e-08)
      (v128.const f64x2 2.08767569878681e-09 2.08767569878681e-09) (v128.const f64x2 1.6059043836821613e-10 1.6059043836821613e-10)))
    (local.set $high (f64x2.add
      (call $four (local.get $r) (local.get $r2)
        (v128.const f64x2 0.001388888888888889 0.001388888888888889) (v128.const f64x2 0.0001984126984126984 0.0001984126984126984)
        (v128.const f64x2 2.48015873015873e-05 2.48015873015873e-05) (v128.const f64x2 2.7557319223985893e-06 2.7557319223985893e-06))
      (f64x2.mul (local.get $r4) (local.get $high))))
    (local.set $high (f64x2.add
      (call $four (local.get $r) (local.get $r2)
        (v128.const f64x2 0.5 0.5) (v128.const f64x2 0.16666666666666666 0.16666666666666666)
        (v128.const f64x2 0.041666666666666664 0.041666666666666664) (v128.const f64x2 0.008333333333333333 0.008333333333333333))
      (f64x2.mul (local.get $r4) (local.get $high))))
    (f64x2.mul
      (f64x2.add (v128.const f64x2 1 1) (f64x2.add (local.get $r) (f64x2.mul (local.get $r2) (local.get $high))))
      ;; 2ᵏ: the low bits of k are an integer, which is moved to where the exponent is
      (i64x2.add (i64x2.shl (local.get $k) (i32.const 52)) (v128.const i64x2 0x3FF0000000000000 0x3FF0000000000000))))

  ;; (a + r b) + r² (c + r d)
  (func $four (param $r v128) (param $r2 v128) (param $a v128) (param $b v128) (param $c v128) (param $d v128)
      (result v128)
    (f64x2.add
      (f64x2.add (local.get $a) (f64x2.mul (local.get $r) (local.get $b)))
      (f64x2.mul (local.get $r2) (f64x2.add (local.get $c) (f64x2.mul (local.get $r) (local.get $d))))))

  (func $sigmoid (param $x v128) (result v128)
    (local $e v128)
    (local.set $e (call $exp (f64x2.neg (f64x2.abs (local.get $x)))))
    (f64x2.div
      (v128.bitselect (v128.const f64x2 1 1) (local.get $e) (f64x2.ge (local.get $x) (v128.const f64x2 0 0)))
      (f64x2.add (v128.const f64x2 1 1) (local.get $e))))

  (func $tanh (param $x v128) (result v128)
    (local $size v128) (local $far v128) (local $s v128) (local $p v128) (local $q v128)
    (local.set $size (f64x2.abs (local.get $x)))
    (local.set $far (f64x2.sub (v128.const f64x2 1 1) (f64x2.div (v128.const f64x2 2 2)
      (f64x2.add (call $exp (f64x2.mul (v128.const f64x2 2 2) (local.get $size))) (v128.const f64x2 1 1)))))
    ;; with the sign of x
    (local.set $far (v128.bitselect (local.get $far) (local.get $x)
      (v128.const i64x2 0x7FFFFFFFFFFFFFFF 0x7FFFFFFFFFFFFFFF)))
    (local.set $s (f64x2.mul (local.get $x) (local.get $x)))
    (local.set $p (f64x2.add (v128.const f64x2 2027025 2027025) (f64x2.mul (local.get $s)
      (f64x2.add (v128.const f64x2 270270 270270) (f64x2.mul (local.get $s)
        (f64x2.add (v128.const f64x2 6930 6930) (f64x2.mul (local.get $s) (v128.const f64x2 36 36))))))))
    (local.set $q (f64x2.add (v128.const f64x2 2027025 2027025) (f64x2.mul (local.get $s)
      (f64x2.add (v128.const f64x2 945945 945945) (f64x2.mul (local.get $s)
        (f64x2.add (v128.const f64x2 51975 51975) (f64x2.mul (local.get $s)
          (f64x2.add (v128.const f64x2 630 630) (local.get $s)))))))))
    (v128.bitselect (f64x2.mul (local.get $x) (f64x2.div (local.get $p) (local.get $q))) (local.get $far)
      (f64x2.lt (local.get $size) (v128.const f64x2 0.55 0.55))))

  ;; y = σ(a), cols numbers.
  (func (export "sigmoid") (param $a i32) (param $y i32) (param $cols i32)
    (block $out2 (loop $by2
      (br_if $out2 (i32.lt_s (local.get $cols) (i32.const 2)))
      (v128.store64_lane 0 (local.get $y) (f32x4.demote_f64x2_zero
        (call $sigmoid (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $a))))))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 2)))
      (br $by2)))
    (if (local.get $cols) (then
      (v128.store32_lane 0 (local.get $y) (f32x4.demote_f64x2_zero
        (call $sigmoid (f64x2.promote_low_f32x4 (v128.load32_zero (local.get $a)))))))))

  ;; y = tanh a, cols numbers.
  (func (export "tanh") (param $a i32) (param $y i32) (param $cols i32)
    (block $out2 (loop $by2
      (br_if $out2 (i32.lt_s (local.get $cols) (i32.const 2)))
      (v128.store64_lane 0 (local.get $y) (f32x4.demote_f64x2_zero
        (call $tanh (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $a))))))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 2)))
      (br $by2)))
    (if (local.get $cols) (then
      (v128.store32_lane 0 (local.get $y) (f32x4.demote_f64x2_zero
        (call $tanh (f64x2.promote_low_f32x4 (v128.load32_zero (local.get $a)))))))))

  ;; y = e^(a − most), cols numbers; gives back their sum, before they are rounded.
  (func (export "expSum") (param $a i32) (param $y i32) (param $most f64) (param $cols i32) (result f64)
    (local $e v128) (local $sum v128) (local $shift v128)
    (local.set $shift (f64x2.splat (local.get $most)))
    (block $out2 (loop $by2
      (br_if $out2 (i32.lt_s (local.get $cols) (i32.const 2)))
      (local.set $e (call $exp
        (f64x2.sub (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $a))) (local.get $shift))))
      (v128.store64_lane 0 (local.get $y) (f32x4.demote_f64x2_zero (local.get $e)))
      (local.set $sum (f64x2.add (local.get $sum) (local.get $e)))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 2)))
      (br $by2)))
    (if (local.get $cols) (then
      (local.set $e (call $exp
        (f64x2.sub (f64x2.promote_low_f32x4 (v128.load32_zero (local.get $a))) (local.get $shift))))
      (v128.store32_lane 0 (local.get $y) (f32x4.demote_f64x2_zero (local.get $e)))
      (local.set $sum (f64x2.replace_lane 0 (local.get $sum)
        (f64.add (f64x2.extract_lane 0 (local.get $sum)) (f64x2.extract_lane 0 (local.get $e)))))))
    (f64.add (f64x2.extract_lane 0 (local.get $sum)) (f64x2.extract_lane 1 (local.get $sum))))

  ;; Two floats at an address, as doubles, and back.
  (func $get (param $from i32) (result v128)
    (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $from))))
  (func $put (param $to i32) (param $v v128)
    (v128.store64_lane 0 (local.get $to) (f32x4.demote_f64x2_zero (local.get $v))))

  ;; da = dy y (1 − y), an even number of columns.
  (func (export "sigmoidBackward") (param $y i32) (param $dy i32) (param $da i32) (param $cols i32)
    (local $v v128)
    (block $done (loop $by2
      (br_if $done (i32.eqz (local.get $cols)))
      (local.set $v (call $get (local.get $y)))
      (call $put (local.get $da) (f64x2.mul (f64x2.mul (call $get (local.get $dy)) (local.get $v))
        (f64x2.sub (v128.const f64x2 1 1) (local.get $v))))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 8)))
      (local.set $da (i32.add (local.get $da) (i32.const 8)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 2)))
      (br $by2))))

  ;; da = dy (1 − y²), an even number of columns.
  (func (export "tanhBackward") (param $y i32) (param $dy i32) (param $da i32) (param $cols i32)
    (local $v v128)
    (block $done (loop $by2
      (br_if $done (i32.eqz (local.get $cols)))
      (local.set $v (call $get (local.get $y)))
      (call $put (local.get $da) (f64x2.mul (call $get (local.get $dy))
        (f64x2.sub (v128.const f64x2 1 1) (f64x2.mul (local.get $v) (local.get $v)))))
      (local.set $y (i32.add (local.get $y) (i32.const 8)))
      (local.set $dy (i32.add (local.get $dy) (i32.const 8)))
      (local.set $da (i32.add (local.get $da) (i32.const 8)))
      (local.set $cols (i32.sub (local.get $cols) (i32.const 2)))
      (br $by2))))

  ;; From dh and dc to the gates, an even number of columns; $at runs along all rows.
  (func (export "lstmStateBackward") (param $i i32) (param $f i32) (param $g i32) (param $o i32) (param $cPrev i32)
      (param $tanhC i32) (param $dh i32) (param $dc i32) (param $di i32) (param $df i32) (param $dg i32) (param $do i32)
      (param $dcPrev i32) (param $cols i32)
    (local $at i32) (local $end i32) (local $up v128) (local $t v128) (local $d v128)
    (local.set $end (i32.shl (local.get $cols) (i32.const 2)))
    (block $done (loop $by2
      (br_if $done (i32.ge_s (local.get $at) (local.get $end)))
      (local.set $up (call $get (i32.add (local.get $dh) (local.get $at))))
      (local.set $t (call $get (i32.add (local.get $tanhC) (local.get $at))))
      (call $put (i32.add (local.get $do) (local.get $at)) (f64x2.mul (local.get $up) (local.get $t)))
      (local.set $d (f64x2.add (call $get (i32.add (local.get $dc) (local.get $at)))
        (f64x2.mul (f64x2.mul (local.get $up) (call $get (i32.add (local.get $o) (local.get $at))))
          (f64x2.sub (v128.const f64x2 1 1) (f64x2.mul (local.get $t) (local.get $t))))))
      (call $put (i32.add (local.get $dc) (local.get $at)) (local.get $d))
      (call $put (i32.add (local.get $di) (local.get $at))
        (f64x2.mul (local.get $d) (call $get (i32.add (local.get $g) (local.get $at)))))
      (call $put (i32.add (local.get $df) (local.get $at))
        (f64x2.mul (local.get $d) (call $get (i32.add (local.get $cPrev) (local.get $at)))))
      (call $put (i32.add (local.get $dg) (local.get $at))
        (f64x2.mul (local.get $d) (call $get (i32.add (local.get $i) (local.get $at)))))
      (call $put (i32.add (local.get $dcPrev) (local.get $at))
        (f64x2.mul (local.get $d) (call $get (i32.add (local.get $f) (local.get $at)))))
      (local.set $at (i32.add (local.get $at) (i32.const 8)))
      (br $by2))))

  ;; ---- vectors ----

  ;; Adam, for n weights; u and v are 1 − β₁ and 1 − β₂.
  (func (export "adam") (param $w i32) (param $g i32) (param $m i32) (param $s i32) (param $n i32)
      (param $step f64) (param $beta1 f64) (param $u f64) (param $beta2 f64) (param $v f64) (param $factor f64)
      (param $epsilon f64) (param $decay f64)
    (local $old v128) (local $slope v128) (local $mean v128) (local $square v128)
    (block $done (loop $by2
      (br_if $done (i32.le_s (local.get $n) (i32.const 0)))
      (if (i32.ge_s (local.get $n) (i32.const 2))
        (then
          (local.set $old (v128.load64_zero (local.get $w)))
          (local.set $slope (v128.load64_zero (local.get $g)))
          (local.set $mean (v128.load64_zero (local.get $m)))
          (local.set $square (v128.load64_zero (local.get $s))))
        (else
          (local.set $old (v128.load32_zero (local.get $w)))
          (local.set $slope (v128.load32_zero (local.get $g)))
          (local.set $mean (v128.load32_zero (local.get $m)))
          (local.set $square (v128.load32_zero (local.get $s)))))
      (local.set $old (f64x2.promote_low_f32x4 (local.get $old)))
      (local.set $slope (f64x2.add (f64x2.promote_low_f32x4 (local.get $slope))
        (f64x2.mul (f64x2.splat (local.get $decay)) (local.get $old))))
      (local.set $mean (f64x2.add
        (f64x2.mul (f64x2.splat (local.get $beta1)) (f64x2.promote_low_f32x4 (local.get $mean)))
        (f64x2.mul (f64x2.splat (local.get $u)) (local.get $slope))))
      (local.set $square (f64x2.add
        (f64x2.mul (f64x2.splat (local.get $beta2)) (f64x2.promote_low_f32x4 (local.get $square)))
        (f64x2.mul (f64x2.mul (f64x2.splat (local.get $v)) (local.get $slope)) (local.get $slope))))
      (local.set $old (f64x2.sub (local.get $old) (f64x2.div
        (f64x2.mul (f64x2.splat (local.get $step)) (local.get $mean))
        (f64x2.add (f64x2.sqrt (f64x2.mul (local.get $square) (f64x2.splat (local.get $factor))))
          (f64x2.splat (local.get $epsilon))))))
      (local.set $old (f32x4.demote_f64x2_zero (local.get $old)))
      (local.set $mean (f32x4.demote_f64x2_zero (local.get $mean)))
      (local.set $square (f32x4.demote_f64x2_zero (local.get $square)))
      (if (i32.ge_s (local.get $n) (i32.const 2))
        (then
          (v128.store64_lane 0 (local.get $w) (local.get $old))
          (v128.store64_lane 0 (local.get $m) (local.get $mean))
          (v128.store64_lane 0 (local.get $s) (local.get $square)))
        (else
          (v128.store32_lane 0 (local.get $w) (local.get $old))
          (v128.store32_lane 0 (local.get $m) (local.get $mean))
          (v128.store32_lane 0 (local.get $s) (local.get $square))))
      (local.set $w (i32.add (local.get $w) (i32.const 8)))
      (local.set $g (i32.add (local.get $g) (i32.const 8)))
      (local.set $m (i32.add (local.get $m) (i32.const 8)))
      (local.set $s (i32.add (local.get $s) (i32.const 8)))
      (local.set $n (i32.sub (local.get $n) (i32.const 2)))
      (br $by2))))

  ;; Σ v², n numbers, summed in double.
  (func (export "squares") (param $x i32) (param $n i32) (result f64)
    (local $v v128) (local $sum v128) (local $more v128)
    (block $out4 (loop $by4
      (br_if $out4 (i32.lt_s (local.get $n) (i32.const 4)))
      (local.set $v (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $x))))
      (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $v) (local.get $v))))
      (local.set $v (f64x2.promote_low_f32x4 (v128.load64_zero offset=8 (local.get $x))))
      (local.set $more (f64x2.add (local.get $more) (f64x2.mul (local.get $v) (local.get $v))))
      (local.set $x (i32.add (local.get $x) (i32.const 16)))
      (local.set $n (i32.sub (local.get $n) (i32.const 4)))
      (br $by4)))
    (block $out1 (loop $by1
      (br_if $out1 (i32.eqz (local.get $n)))
      (local.set $v (f64x2.promote_low_f32x4 (v128.load32_zero (local.get $x))))
      (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul (local.get $v) (local.get $v))))
      (local.set $x (i32.add (local.get $x) (i32.const 4)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $by1)))
    (local.set $sum (f64x2.add (local.get $sum) (local.get $more)))
    (f64.add (f64x2.extract_lane 0 (local.get $sum)) (f64x2.extract_lane 1 (local.get $sum))))

  ;; Sets n numbers to 0.
  (func (export "clear") (param $x i32) (param $n i32)
    (memory.fill (local.get $x) (i32.const 0) (i32.shl (local.get $n) (i32.const 2))))
)
