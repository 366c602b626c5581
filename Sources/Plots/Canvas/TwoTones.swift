import Screen

/// The pixels of one cell in two colours: those of the mask in the first, the others in the second.
struct TwoTones {
  var mask: UInt8
  var foreground, background: SIMD4<Float>
  /// The sum of the squared distances of the pixels to their colours.
  var error: Float
}

/// Up to eight pixels of a cell, equal ones gathered: each colour with the pixels that have it.
struct CellPixels {
  private(set) var count = 0
  private(set) var colors = InlineArray<8, SIMD4<Float>>(repeating: .zero)
  private(set) var masks = InlineArray<8, UInt8>(repeating: 0)

  mutating func add(_ color: SIMD4<Float>, pixel: Int) {
    let bit = UInt8(1) << UInt8(pixel)
    for index in 0..<count where colors[index] == color {
      masks[index] |= bit
      return
    }
    colors[count] = color
    masks[count] = bit
    count += 1
  }

  /// The partition into two sets with the least squared distance to the means of the sets; the first pixel's is the foreground.
  ///
  /// Equal pixels are never parted in the best partition, so the search goes through the partitions of the colours, at most 128.
  /// With S the sum of a set of n pixels about the first colour, the error is what is left of the whole by
  /// |S|²/n + |S′|²/n′.
  func nearestToMeans() -> TwoTones {
    guard count > 1 else { return TwoTones(mask: 0xff, foreground: colors[0], background: colors[0], error: 0) }
    guard count > 2 else {
      return TwoTones(mask: masks[0], foreground: colors[0], background: colors[1], error: 0)
    }
    let origin = colors[0]
    var sums = InlineArray<8, SIMD4<Float>>(repeating: .zero)
    var (all, whole) = (SIMD4<Float>.zero, Float(0))
    for index in 0..<count {
      let weight = Float(masks[index].nonzeroBitCount)
      let centred = colors[index] - origin
      whole += weight * (centred * centred).sum()
      sums[index] = centred * weight
      sums[index].w = weight
      all += sums[index]
    }
    var (best, bestGain, bestSum) = (0, -Float.infinity, SIMD4<Float>.zero)
    var (chosen, sum) = (0, SIMD4<Float>.zero)
    for step in 1..<1 << (count - 1) {
      let flipped = step.trailingZeroBitCount
      chosen ^= 1 << flipped
      if chosen >> flipped & 1 == 1 { sum += sums[flipped + 1] } else { sum -= sums[flipped + 1] }
      let rest = all - sum
      let gain = Self.square(sum) / sum.w + Self.square(rest) / rest.w
      if gain > bestGain { (best, bestGain, bestSum) = (chosen, gain, sum) }
    }
    return TwoTones(
      mask: ~mask(ofOthers: best), foreground: Self.mean(all - bestSum, origin), background: Self.mean(bestSum, origin),
      error: max(0, whole - bestGain))
  }

  /// The two of the pixels' own colours that leave the least squared distance, each pixel going to the nearer one.
  func nearestOfOwn() -> TwoTones {
    guard count > 1 else { return TwoTones(mask: 0xff, foreground: colors[0], background: colors[0], error: 0) }
    var best = TwoTones(mask: 0, foreground: colors[0], background: colors[0], error: .infinity)
    for first in 0..<count - 1 {
      for second in first + 1..<count {
        let tones = parted(between: first, second)
        if tones.error < best.error { best = tones }
      }
    }
    if best.mask & 1 == 0 {
      best = TwoTones(
        mask: ~best.mask, foreground: best.background, background: best.foreground, error: best.error)
    }
    return best
  }

  private func parted(between first: Int, _ second: Int) -> TwoTones {
    var (mask, error) = (UInt8(0), Float(0))
    for index in 0..<count {
      let (a, b) = (Self.square(colors[index] - colors[first]), Self.square(colors[index] - colors[second]))
      if a <= b { mask |= masks[index] }
      error += min(a, b) * Float(masks[index].nonzeroBitCount)
    }
    return TwoTones(mask: mask, foreground: colors[first], background: colors[second], error: error)
  }

  /// The pixels of a set of colours, bit `i` for colour `i + 1`.
  private func mask(ofOthers set: Int) -> UInt8 {
    var mask: UInt8 = 0
    for index in 1..<count where set >> (index - 1) & 1 == 1 { mask |= masks[index] }
    return mask
  }

  private static func square(_ v: SIMD4<Float>) -> Float { v.x * v.x + v.y * v.y + v.z * v.z }

  private static func mean(_ sum: SIMD4<Float>, _ origin: SIMD4<Float>) -> SIMD4<Float> {
    var mean = origin + sum / sum.w
    mean.w = 1
    return mean
  }
}
