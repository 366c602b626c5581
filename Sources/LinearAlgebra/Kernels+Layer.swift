import CKernels

extension Kernels {
  /// A network's layers: their sizes, their places among the parameters, and the places of their numbers in a
  /// propagation's vector.
  public final class Layers: @unchecked Sendable {
    /// The number of layers with units of their own: hidden layers and the output layer.
    public let count: Int
    @usableFromInline let places: UnsafeMutablePointer<kernel_layer>

    /// Copies the places of the layers, from the first hidden layer to the output layer.
    public init(_ layers: [Layer]) {
      count = layers.count
      places = .allocate(capacity: count)
      for (number, layer) in layers.enumerated() { (places + number).initialize(to: layer.places) }
    }

    deinit { places.deallocate() }

    /// The places of one layer. Traps where there is no such layer.
    public subscript(number: Int) -> Layer { Layer(places: kernel(number).places.pointee) }

    /// The arithmetic of one layer; valid while the layers are kept. Traps where there is no such layer.
    @inlinable @inline(__always)
    public func kernel(_ number: Int) -> LayerKernel {
      precondition(number >= 0 && number < count, "layer \(number) of \(count)")
      return LayerKernel(places: UnsafePointer(places + number))
    }
  }

  /// The arithmetic of one layer, on a propagation's vector.
  public struct LayerKernel {
    @usableFromInline let places: UnsafePointer<kernel_layer>

    @inlinable
    init(places: UnsafePointer<kernel_layer>) { self.places = places }

    /// z = x w + b and a = f(z): z[s][u] = b[u] + x[s][0] w[0][u] + x[s][1] w[1][u] + …
    ///
    /// `passed` is what dropout has left of what comes in, where it has dropped something.
    @inlinable @inline(__always)
    public func forward(_ function: Function, samples: Int, parameters: Input, vector: Output, passed: Input?) {
      kernels_in_use().pointee.forward(places, function.code, samples, parameters, vector, passed)
    }

    /// The mean gradient of weights and biases: Σ x[s][i] δ[s][u] / samples and Σ δ[s][u] / samples, over the samples in
    /// order.
    ///
    /// And, where there is a layer below, whose activation is `below`, its
    /// δ[s][i] = (w[i][0] δ[s][0] + w[i][1] δ[s][1] + …) · mask · f′(z).
    @inlinable @inline(__always)
    public func backward(
      samples: Int, parameters: Input, vector: Output, passed: Input?, gradient: Output, below: Function?, mask: Input?
    ) {
      kernels_in_use().pointee.backward(
        places, samples, parameters, vector, passed, gradient, below?.code ?? KERNEL_NONE, mask)
    }

    /// Of the output layer, whose activation is `function`: each sample's cost, and δ.
    @inlinable @inline(__always)
    public func error(
      _ cost: Cost, of function: Function, samples: Int, vector: Output, targets: Input, costs: Output
    ) {
      kernels_in_use().pointee.error(places, cost.code, function.code, samples, vector, targets, costs)
    }
  }

  /// One layer's places.
  public struct Layer: Sendable {
    let places: kernel_layer

    /// The number of the layer's units.
    public var units: Int { places.units }
    /// Where the weighted sums z, `[samples][units]`, begin in the propagation's vector.
    public var z: Int { places.z }
    /// Where the activations a, `[samples][units]`, begin in the propagation's vector.
    public var a: Int { places.a }
    /// Where δ, `[samples][units]`, begins in the propagation's vector.
    public var delta: Int { places.delta }
  }
}

extension Kernels.Layer {
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
}
