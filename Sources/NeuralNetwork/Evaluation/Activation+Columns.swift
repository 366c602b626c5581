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
    withUnsafeTemporaryAllocation(of: Float.self, capacity: samples) { sums in
      Activation.exponentials(
        z, stride: stride, into: a, stride: stride, units: units, samples: samples, sums: sums.baseAddress!)
      for unit in 0..<units {
        for sample in 0..<samples { a[unit * stride + sample] /= sums[sample] }
      }
    }
  }

  /// eᶻ⁻ᵐ, m being the largest z of a sample, and each sample's sum of them. Returns m in `largest`, where wanted.
  static func exponentials(
    _ z: Kernels.Input, stride: Int, into powers: Kernels.Output, stride powerStride: Int, units: Int, samples: Int,
    sums: Kernels.Output, largest: Kernels.Output? = nil
  ) {
    for sample in 0..<samples { sums[sample] = z[sample] }
    for unit in 1..<max(1, units) {
      for sample in 0..<samples {
        let value = z[unit * stride + sample]
        sums[sample] = value > sums[sample] ? value : sums[sample]
      }
    }
    for unit in 0..<units {
      for sample in 0..<samples { powers[unit * powerStride + sample] = z[unit * stride + sample] - sums[sample] }
      Kernels.apply(.exp, to: powers + unit * powerStride, into: powers + unit * powerStride, count: samples)
    }
    for sample in 0..<samples {
      largest?[sample] = sums[sample]
      sums[sample] = 0
    }
    for unit in 0..<units {
      for sample in 0..<samples { sums[sample] += powers[unit * powerStride + sample] }
    }
  }
}
