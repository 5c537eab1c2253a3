;; Functions, two numbers at a time in double: wrong by less than 2⁻²⁶ of their value before they are rounded to
;; float, so by less than one unit in the last place after it.

;; Constants. As they could change, compilers load them and do not build them anew in every turn of a loop.
(global $most (mut v128) (v128.const f64x2 128 128))
(global $least (mut v128) (v128.const f64x2 -128 -128))
(global $one (mut v128) (v128.const f64x2 1 1))
(global $two (mut v128) (v128.const f64x2 2 2))
(global $1/ln2 (mut v128) (v128.const f64x2 1.4426950408889634 1.4426950408889634))
(global $ln2 (mut v128) (v128.const f64x2 0.6931471805599453 0.6931471805599453))
(global $round (mut v128) (v128.const f64x2 0x1.8p52 0x1.8p52))
;; eʳ − 1 is nearest to r + r² (q0 + q1 r + … + q4 r⁴) for |r| ≤ ln 2 / 2, by Remez's algorithm.
(global $q0 (mut v128) (v128.const f64x2 0.49999998144051033 0.49999998144051033))
(global $q1 (mut v128) (v128.const f64x2 0.1666654317749062 0.1666654317749062))
(global $q2 (mut v128) (v128.const f64x2 0.04166720178785307 0.04166720178785307))
(global $q3 (mut v128) (v128.const f64x2 0.008366580388447634 0.008366580388447634))
(global $q4 (mut v128) (v128.const f64x2 0.0013882509500590511 0.0013882509500590511))

;; y = σ(a) or y = tanh a, n numbers, from m = eᵘ − 1, which is precise near 0 as well:
;;
;;   σ(a) = 1 / (m + 2), u = −a          tanh a = m / (m + 2), u = 2 a
(func $squash (export "squash") (param $a i32) (param $y i32) (param $n i32) (param $tanh i32)
  (local $u v128) (local $k v128) (local $r v128) (local $r2 v128) (local $p v128) (local $m v128)
  (local $scale v128) (local $isTanh v128) (local $oneOf v128)
  (local.set $scale (f64x2.splat (select (f64.const 2) (f64.const -1) (local.get $tanh))))
  (local.set $isTanh (i64x2.splat (i64.extend_i32_s (i32.sub (i32.const 0) (local.get $tanh)))))
  (local.set $oneOf (v128.andnot (global.get $one) (local.get $isTanh)))
  (loop $by2
    (local.set $u (f64x2.mul (local.get $scale) (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $a)))))
    ;; beyond, y is what it is there; NaN stays
    (local.set $u (f64x2.pmin (local.get $u) (global.get $most)))
    (local.set $u (f64x2.pmax (local.get $u) (global.get $least)))
    ;; u = k ln 2 + r: the added constant leaves k, an integer, in the low bits
    (local.set $k (f64x2.add (f64x2.mul (local.get $u) (global.get $1/ln2)) (global.get $round)))
    (local.set $r (f64x2.sub (local.get $u) (f64x2.mul (f64x2.sub (local.get $k) (global.get $round))
      (global.get $ln2))))
    ;; p = eʳ − 1
    (local.set $r2 (f64x2.mul (local.get $r) (local.get $r)))
    (local.set $p (f64x2.add (local.get $r) (f64x2.mul (local.get $r2) (f64x2.add
      (f64x2.add (global.get $q0) (f64x2.mul (local.get $r) (global.get $q1)))
      (f64x2.mul (local.get $r2) (f64x2.add
        (f64x2.add (global.get $q2) (f64x2.mul (local.get $r) (global.get $q3)))
        (f64x2.mul (local.get $r2) (global.get $q4))))))))
    ;; 2ᵏ: k is moved to where the exponent is
    (local.set $k (i64x2.add (i64x2.shl (local.get $k) (i32.const 52)) (global.get $one)))
    (local.set $m (f64x2.add (f64x2.sub (local.get $k) (global.get $one)) (f64x2.mul (local.get $k) (local.get $p))))
    (local.set $m (f32x4.demote_f64x2_zero (f64x2.div
      (v128.or (v128.and (local.get $m) (local.get $isTanh)) (local.get $oneOf))
      (f64x2.add (local.get $m) (global.get $two)))))
    (if (i32.eq (local.get $n) (i32.const 1)) (then
      (v128.store32_lane 0 (local.get $y) (local.get $m))
      (return)))
    (v128.store64_lane 0 (local.get $y) (local.get $m))
    (local.set $a (i32.add (local.get $a) (i32.const 8)))
    (local.set $y (i32.add (local.get $y) (i32.const 8)))
    (br_if $by2 (local.tee $n (i32.sub (local.get $n) (i32.const 2))))))

;; y(r) = softmax(a(r)), n rows of cols numbers: e^(a − the largest) over the sum of them.
(func (export "softmax") (param $a i32) (param $aRow i32) (param $y i32) (param $yRow i32) (param $cols i32)
  (param $n i32)
  (local $most v128) (local $at i32) (local $end i32) (local $mask v128)
  (local.set $end (i32.shl (local.get $cols) (i32.const 2)))
  (block $done (loop $row
    (br_if $done (i32.eqz (local.get $n)))
    (local.set $most (v128.load32_splat (local.get $a)))
    (local.set $at (i32.const 0))
    (loop $by4
      (local.set $mask (i32x4.lt_s (v128.const i32x4 0 4 8 12) (i32x4.splat (i32.sub (local.get $end)
        (local.get $at)))))
      (local.set $most (f32x4.max (local.get $most) (v128.bitselect
        (v128.load (i32.add (local.get $a) (local.get $at))) (local.get $most) (local.get $mask))))
      (br_if $by4 (i32.lt_s (local.tee $at (i32.add (local.get $at) (i32.const 16))) (local.get $end))))
    (local.set $most (f32x4.max (local.get $most)
      (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $most) (local.get $most))))
    (call $multiply (local.get $y) (local.get $y) (local.get $cols) (f32.demote_f64 (f64.div (f64.const 1)
      (call $exp (local.get $a) (local.get $y) (local.get $cols) (f64.promote_f32
        (f32.max (f32x4.extract_lane 0 (local.get $most)) (f32x4.extract_lane 1 (local.get $most))))))))
    (local.set $a (i32.add (local.get $a) (local.get $aRow)))
    (local.set $y (i32.add (local.get $y) (local.get $yRow)))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br $row))))

;; y = e^(a − most), n numbers; gives back their sum.
(func $exp (param $a i32) (param $y i32) (param $n i32) (param $most f64) (result f64)
  (local $u v128) (local $k v128) (local $r v128) (local $r2 v128) (local $p v128) (local $sum v128) (local $shift v128)
  (local.set $shift (f64x2.splat (local.get $most)))
  (loop $by2
    (local.set $u (f64x2.sub (f64x2.promote_low_f32x4 (v128.load64_zero (local.get $a))) (local.get $shift)))
    (local.set $u (f64x2.pmax (local.get $u) (global.get $least)))
    ;; u = k ln 2 + r: the added constant leaves k, an integer, in the low bits
    (local.set $k (f64x2.add (f64x2.mul (local.get $u) (global.get $1/ln2)) (global.get $round)))
    (local.set $r (f64x2.sub (local.get $u) (f64x2.mul (f64x2.sub (local.get $k) (global.get $round))
      (global.get $ln2))))
    ;; p = eʳ − 1
    (local.set $r2 (f64x2.mul (local.get $r) (local.get $r)))
    (local.set $p (f64x2.add (local.get $r) (f64x2.mul (local.get $r2) (f64x2.add
      (f64x2.add (global.get $q0) (f64x2.mul (local.get $r) (global.get $q1)))
      (f64x2.mul (local.get $r2) (f64x2.add
        (f64x2.add (global.get $q2) (f64x2.mul (local.get $r) (global.get $q3)))
        (f64x2.mul (local.get $r2) (global.get $q4))))))))
    ;; 2ᵏ: k is moved to where the exponent is
    (local.set $k (i64x2.add (i64x2.shl (local.get $k) (i32.const 52)) (global.get $one)))
    (local.set $p (f64x2.add (local.get $k) (f64x2.mul (local.get $k) (local.get $p))))
    (if (i32.eq (local.get $n) (i32.const 1))
      (then
        (v128.store32_lane 0 (local.get $y) (f32x4.demote_f64x2_zero (local.get $p)))
        (return (f64.add (f64x2.extract_lane 0 (local.get $sum))
          (f64.add (f64x2.extract_lane 1 (local.get $sum)) (f64x2.extract_lane 0 (local.get $p)))))))
    (v128.store64_lane 0 (local.get $y) (f32x4.demote_f64x2_zero (local.get $p)))
    (local.set $sum (f64x2.add (local.get $sum) (local.get $p)))
    (local.set $a (i32.add (local.get $a) (i32.const 8)))
    (local.set $y (i32.add (local.get $y) (i32.const 8)))
    (br_if $by2 (local.tee $n (i32.sub (local.get $n) (i32.const 2)))))
  (f64.add (f64x2.extract_lane 0 (local.get $sum)) (f64x2.extract_lane 1 (local.get $sum))))

;; dlogits(r) = weight(r) (y(r) − onehot(target(r))), n rows of cols numbers; 0 where the weight is.
(func (export "crossEntropyBackward") (param $y i32) (param $yRow i32) (param $target i32) (param $weight i32)
    (param $dlogits i32) (param $dRow i32) (param $cols i32) (param $n i32)
  (local $w f32) (local $at i32)
  (block $done (loop $row
    (br_if $done (i32.eqz (local.get $n)))
    (local.set $w (f32.load (local.get $weight)))
    (if (f32.eq (local.get $w) (f32.const 0))
      (then (call $clear (local.get $dlogits) (local.get $cols)))
      (else
        (call $multiply (local.get $y) (local.get $dlogits) (local.get $cols) (local.get $w))
        (local.set $at (i32.shl (i32.trunc_f32_s (f32.load (local.get $target))) (i32.const 2)))
        (f32.store (i32.add (local.get $dlogits) (local.get $at))
          (f32.mul (local.get $w) (f32.sub (f32.load (i32.add (local.get $y) (local.get $at))) (f32.const 1))))))
    (local.set $y (i32.add (local.get $y) (local.get $yRow)))
    (local.set $dlogits (i32.add (local.get $dlogits) (local.get $dRow)))
    (local.set $target (i32.add (local.get $target) (i32.const 4)))
    (local.set $weight (i32.add (local.get $weight) (i32.const 4)))
    (local.set $n (i32.sub (local.get $n) (i32.const 1)))
    (br $row))))
