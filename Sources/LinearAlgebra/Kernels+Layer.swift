import CKernels

extension Kernels {
  /// A layer's size, its place among the parameters, and the places of its numbers in a propagation's vector.
  public struct Layer: Sendable {
    private var places: kernel_layer

    /// - Parameters:
    ///   - weights, biases: in the parameters, `[inputs][units]` and `[units]`.
    ///   - incoming: in the vector, what comes in, `[samples][inputs]`.
    ///   - z, a, delta: in the vector, weighted sums, activations and errors, `[samples][units]`.
    ///   - below: the layer below's z and delta.
    ///   - scratch: in the vector, room for the weights.
    public init(
      inputs: Int, units: Int, weights: Int, biases: Int, incoming: Int, z: Int, a: Int, delta: Int,
      below: (z: Int, delta: Int), scratch: Int
    ) {
      places = kernel_layer(
        inputs: inputs, units: units, weights: weights, biases: biases, incoming: incoming, z: z, a: a, delta: delta,
        z_below: below.z, delta_below: below.delta, scratch: scratch)
    }

    public var inputs: Int { places.inputs }
    public var units: Int { places.units }
    public var z: Int { places.z }
    public var a: Int { places.a }
    public var delta: Int { places.delta }

    /// z = x w + b and a = f(z): z[s][u] = b[u] + x[s][0] w[0][u] + x[s][1] w[1][u] + …
    ///
    /// `passed` is what dropout has left of what comes in, where it has dropped something.
    public func forward(_ function: Function, samples: Int, parameters: Input, vector: Output, passed: Input?) {
      withUnsafePointer(to: places) {
        kernels_in_use().pointee.forward($0, function.code, samples, parameters, vector, passed)
      }
    }

    /// The mean gradient of weights and biases: Σ x[s][i] δ[s][u] / samples and Σ δ[s][u] / samples, over the samples in
    /// order.
    public func gradient(samples: Int, vector: Output, passed: Input?, into gradient: Output) {
      withUnsafePointer(to: places) {
        kernels_in_use().pointee.gradient($0, samples, vector, passed, gradient)
      }
    }

    /// δ of the layer below: (w[i][0] δ[s][0] + w[i][1] δ[s][1] + …) · mask · f′(z), `function` being its activation.
    public func passBack(_ function: Function, samples: Int, parameters: Input, vector: Output, mask: Input?) {
      withUnsafePointer(to: places) {
        kernels_in_use().pointee.pass_back($0, function.code, samples, parameters, vector, mask)
      }
    }
  }
}
