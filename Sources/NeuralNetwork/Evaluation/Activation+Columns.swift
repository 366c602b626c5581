import LinearAlgebra

extension Activation {
  /// a = f(z) of a layer whose samples stand side by side, `[units, samples]`, its rows `stride` apart.
  func applyByUnit(_ z: Kernels.Output, into a: Kernels.Output, units: Int, samples: Int, stride: Int) {
    guard self == .softmax else {
      if samples == stride {
        Kernels.apply(function, to: z, into: a, count: units * samples)
      } else {
        for row in 0..<units { Kernels.apply(function, to: z + row * stride, into: a + row * stride, count: samples) }
      }
      return
    }
    withUnsafeTemporaryAllocation(of: Float.self, capacity: samples) { room in
      let sums = room.baseAddress!
      Activation.exponentials(
        z, stride: stride, into: a, stride: stride, units: units, samples: samples, sums: sums)
      for unit in 0..<units {
        let row = a + unit * stride
        for sample in 0..<samples { row[sample] /= sums[sample] }
      }
    }
  }

  /// eᶻ⁻ᵐ, m being the largest z of a sample, and each sample's sum of them. Returns m in `largest`, where wanted.
  static func exponentials(
    _ z: Kernels.Input, stride: Int, into powers: Kernels.Output, stride powerStride: Int, units: Int, samples: Int,
    sums: Kernels.Output, largest: Kernels.Output? = nil
  ) {
    sums.update(from: z, count: samples)
    for unit in 1..<max(1, units) {
      let row = z + unit * stride
      for sample in 0..<samples { sums[sample] = row[sample] > sums[sample] ? row[sample] : sums[sample] }
    }
    for unit in 0..<units {
      let (row, power) = (z + unit * stride, powers + unit * powerStride)
      for sample in 0..<samples { power[sample] = row[sample] - sums[sample] }
      Kernels.apply(.exp, to: power, into: power, count: samples)
    }
    largest?.update(from: sums, count: samples)
    sums.update(repeating: 0, count: samples)
    for unit in 0..<units {
      let power = powers + unit * powerStride
      for sample in 0..<samples { sums[sample] += power[sample] }
    }
  }
}
