import CKernels
import LinearAlgebra
import Testing

/// Every vector width gives the bits of the narrowest, forward and back through time.
@Suite struct RecurrentWidthTests {
  @Test(arguments: [1, 3, 7, 8, 16, 19, 40], [1, 2, 5, 16])
  func widthsAgree(units: Int, samples: Int) {
    for function in [KERNEL_TANH, KERNEL_RECTIFIER] {
      var narrow: [Float]?
      for set in 0..<8 {
        guard let kernels = kernels_at(set)?.pointee else { break }
        let result = run(kernels, units: units, samples: samples, function)
        #expect(result == narrow ?? result, "\(String(cString: kernels.name)), \(units) units, \(samples) samples")
        narrow = narrow ?? result
      }
    }
  }

  /// The vector and the gradient after both passes.
  private func run(_ kernels: kernel_set, units: Int, samples: Int, _ function: kernel_function) -> [Float] {
    let (inputs, outputs, steps) = (2, 3, 6)
    let (rows, width) = (steps * samples, inputs + units)
    let readout = (width + 1) * units
    let z = rows * width, outputZ = z + 3 * rows * units, errors = outputZ + 3 * rows * outputs
    var places = kernel_recurrence(
      inputs: inputs, units: units, outputs: outputs, steps: steps, samples: samples, cut: 4, function: function,
      output: KERNEL_SIGMOID, weights: 0, biases: width * units, readout: readout,
      readout_biases: readout + units * outputs, joined: 0, z: z, a: z + rows * units, delta: z + 2 * rows * units,
      output_z: outputZ, output_a: outputZ + rows * outputs, output_delta: outputZ + 2 * rows * outputs,
      errors: errors, scratch: errors + samples * (units + outputs))
    var stream = RandomStream(seed: UInt64(units * 100 + samples), purpose: .data)
    let parameters = (0..<readout + (units + 1) * outputs).map { _ in stream.uniform(-0.5, 0.5) }
    var vector = Array(repeating: Float(0), count: places.scratch + (units + outputs) * units)
    for row in 0..<rows { for i in 0..<inputs { vector[row * width + i] = stream.uniform(-1, 1) } }
    for i in places.output_delta..<errors { vector[i] = stream.uniform(-1, 1) }
    var gradient = parameters
    kernels.recurrent_forward(&places, 0, steps, parameters, &vector)
    kernels.recurrent_backward(&places, 0, steps, parameters, &vector)
    kernels.recurrent_gradient(&places, 0, steps, 0.25, vector, &gradient)
    return vector + gradient
  }
}
