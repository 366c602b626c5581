import CKernels

extension Kernels {
  /// The arithmetic of a recurrent layer and its readout on a batch of sequences.
  ///
  /// z[t] = b + [x[t], a[t−1]] w and a[t] = f(z[t]) with a[−1] = 0, every sum in that order; the readout's z from a[t].
  public struct Recurrence: @unchecked Sendable {
    private var places: kernel_recurrence

    /// The sizes of a network and of a batch. Errors pass back through time within spans of `cut` steps.
    ///
    /// The parameters stand as a network's of `[inputs + units, units, outputs]`; the vector as `Places` has it.
    public init(
      inputs: Int, units: Int, outputs: Int, steps: Int, samples: Int, cut: Int, function: Function, output: Function
    ) {
      precondition(cut > 0, "errors pass back through at least one step, got \(cut)")
      let (rows, width) = (steps * samples, inputs + units)
      let readout = (width + 1) * units
      let z = rows * width
      let outputZ = z + 3 * rows * units
      let errors = outputZ + 3 * rows * outputs
      let scratch = errors + samples * (units + outputs)
      places = kernel_recurrence(
        inputs: inputs, units: units, outputs: outputs, steps: steps, samples: samples, cut: cut,
        function: function.code, output: output.code, weights: 0, biases: width * units, readout: readout,
        readout_biases: readout + units * outputs, joined: 0, z: z, a: z + rows * units, delta: z + 2 * rows * units,
        output_z: outputZ, output_a: outputZ + rows * outputs, output_delta: outputZ + 2 * rows * outputs,
        errors: errors, scratch: scratch)
    }

    /// The numbers that the vector has room for.
    public var count: Int { places.scratch + (places.units + places.outputs) * places.units }
    /// `[steps][samples][units]` each: weighted sums, activations, errors.
    public var hidden: (z: Int, a: Int, delta: Int) { (places.z, places.a, places.delta) }
    /// `[steps][samples][outputs]` each.
    public var readout: (z: Int, a: Int, delta: Int) { (places.output_z, places.output_a, places.output_delta) }

    /// z and a of some steps, and the readout's.
    public func forward(_ steps: Range<Int>, parameters: Input, vector: Output) {
      withUnsafePointer(to: places) {
        kernels_in_use().pointee.recurrent_forward($0, steps.lowerBound, steps.upperBound, parameters, vector)
      }
    }

    /// δ of some steps, the last one first: δ[t] = (w δ[t+1] + v δᵒ[t]) f′(z[t]), δᵒ being the readout's and v its weights.
    public func backward(_ steps: Range<Int>, parameters: Input, vector: Output) {
      withUnsafePointer(to: places) {
        kernels_in_use().pointee.recurrent_backward($0, steps.lowerBound, steps.upperBound, parameters, vector)
      }
    }

    /// What some steps give to the gradient: share · Σ [x[t], a[t−1]] δ[t] and so on, over steps and samples in order.
    public func gradient(_ steps: Range<Int>, share: Float, vector: Input, into gradient: Output) {
      withUnsafePointer(to: places) {
        kernels_in_use().pointee.recurrent_gradient(
          $0, steps.lowerBound, steps.upperBound, share, vector, gradient)
      }
    }
  }
}
