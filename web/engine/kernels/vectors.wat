;; Long vectors.

;; y = factor · x, n numbers, n > 0.
(func $multiply (export "multiply") (param $x i32) (param $y i32) (param $n i32) (param $factor f32)
  (local $f v128)
  (local.set $f (f32x4.splat (local.get $factor)))
  (block $done (loop $by4
    (br_if $done (i32.lt_s (local.get $n) (i32.const 4)))
    (v128.store (local.get $y) (f32x4.mul (local.get $f) (v128.load (local.get $x))))
    (local.set $x (i32.add (local.get $x) (i32.const 16)))
    (local.set $y (i32.add (local.get $y) (i32.const 16)))
    (local.set $n (i32.sub (local.get $n) (i32.const 4)))
    (br $by4)))
  (if (local.get $n) (then
    (call $put (local.get $y) (f32x4.mul (local.get $f) (v128.load (local.get $x)))
      (call $first (i32.shl (local.get $n) (i32.const 2)))))))

;; Adam for n weights w with gradient g, as unrolled.optim.Adam; u and v are 1 − β₁ and 1 − β₂, step and factor carry
;; the corrections: m += u (g − m), s += v (g² − s), w −= step m / (√(factor s) + ε).
(func (export "adam") (param $w i32) (param $g i32) (param $m i32) (param $s i32) (param $n i32)
    (param $step f32) (param $u f32) (param $v f32) (param $factor f32) (param $epsilon f32) (param $decay f32)
  (local $mask v128) (local $slope v128) (local $mean v128) (local $square v128) (local $old v128)
  (local $steps v128) (local $us v128) (local $vs v128) (local $factors v128) (local $epsilons v128)
    (local $decays v128)
  (local.set $steps (f32x4.splat (local.get $step)))
  (local.set $us (f32x4.splat (local.get $u)))
  (local.set $vs (f32x4.splat (local.get $v)))
  (local.set $factors (f32x4.splat (local.get $factor)))
  (local.set $epsilons (f32x4.splat (local.get $epsilon)))
  (local.set $decays (f32x4.splat (local.get $decay)))
  (loop $by4
    (local.set $old (v128.load (local.get $w)))
    (local.set $mean (v128.load (local.get $m)))
    (local.set $square (v128.load (local.get $s)))
    (local.set $slope (f32x4.add (v128.load (local.get $g)) (f32x4.mul (local.get $decays) (local.get $old))))
    (local.set $mean (f32x4.add (local.get $mean)
      (f32x4.mul (local.get $us) (f32x4.sub (local.get $slope) (local.get $mean)))))
    (local.set $square (f32x4.add (local.get $square)
      (f32x4.mul (local.get $vs) (f32x4.sub (f32x4.mul (local.get $slope) (local.get $slope)) (local.get $square)))))
    (local.set $old (f32x4.sub (local.get $old) (f32x4.div
      (f32x4.mul (local.get $steps) (local.get $mean))
      (f32x4.add (f32x4.sqrt (f32x4.mul (local.get $factors) (local.get $square))) (local.get $epsilons)))))
    (if (i32.lt_s (local.get $n) (i32.const 4)) (then
      (local.set $mask (call $first (i32.shl (local.get $n) (i32.const 2))))
      (call $put (local.get $w) (local.get $old) (local.get $mask))
      (call $put (local.get $m) (local.get $mean) (local.get $mask))
      (call $put (local.get $s) (local.get $square) (local.get $mask))
      (return)))
    (v128.store (local.get $w) (local.get $old))
    (v128.store (local.get $m) (local.get $mean))
    (v128.store (local.get $s) (local.get $square))
    (local.set $w (i32.add (local.get $w) (i32.const 16)))
    (local.set $g (i32.add (local.get $g) (i32.const 16)))
    (local.set $m (i32.add (local.get $m) (i32.const 16)))
    (local.set $s (i32.add (local.get $s) (i32.const 16)))
    (br_if $by4 (local.tee $n (i32.sub (local.get $n) (i32.const 4))))))

;; Σ x², n numbers, summed in double.
(func (export "squares") (param $x i32) (param $n i32) (result f64)
  (local $v v128) (local $sum v128) (local $more v128)
  (block $done (loop $by4
    (br_if $done (i32.le_s (local.get $n) (i32.const 0)))
    (local.set $v (v128.load (local.get $x)))
    (if (i32.lt_s (local.get $n) (i32.const 4)) (then
      (local.set $v (v128.and (local.get $v) (call $first (i32.shl (local.get $n) (i32.const 2)))))))
    (local.set $sum (f64x2.add (local.get $sum) (f64x2.mul
      (f64x2.promote_low_f32x4 (local.get $v)) (f64x2.promote_low_f32x4 (local.get $v)))))
    (local.set $v (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $v) (local.get $v)))
    (local.set $more (f64x2.add (local.get $more) (f64x2.mul
      (f64x2.promote_low_f32x4 (local.get $v)) (f64x2.promote_low_f32x4 (local.get $v)))))
    (local.set $x (i32.add (local.get $x) (i32.const 16)))
    (local.set $n (i32.sub (local.get $n) (i32.const 4)))
    (br $by4)))
  (local.set $sum (f64x2.add (local.get $sum) (local.get $more)))
  (f64.add (f64x2.extract_lane 0 (local.get $sum)) (f64x2.extract_lane 1 (local.get $sum))))
