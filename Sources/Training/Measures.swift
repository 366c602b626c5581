import Datasets
import NeuralNetwork

/// How well a network does on some samples.
public struct Measures: Hashable, Sendable {
  /// The mean cost of the samples (data term).
  public var cost: Double
  /// The regularization's share of the objective.
  public var penalty: Double
  /// The share of samples put in their class, where the output is a class.
  public var accuracy: Double?
  /// The share of the targets' variance that is explained, where the output is a number.
  public var r2: Double?
  /// How many samples of each class (row) were taken for which class (column), where the output is a class.
  public var confusion: [[Int]]?
}

extension Trainer {
  /// Measures the training part.
  public func measureTraining() -> Measures? { measure(data.training) }

  /// Measures the test part; nil where it is empty.
  public func measureTest() -> Measures? { measure(data.test) }

  /// The running mean of the weights, where the rule keeps one and has made a step.
  public var averaged: Parameters? { optimizer.kind == .averaged ? optimizer.memory.first : nil }

  /// The same training with the running mean in the weights' place, to be measured and saved; nil where there is none.
  public var withAveragedWeights: Trainer? {
    guard let averaged else { return nil }
    var trainer = self
    trainer.network.parameters = averaged
    trainer.keepBiases()
    return trainer
  }

  /// Measures some samples; nil where there are none.
  public func measure(_ samples: Samples) -> Measures? {
    guard samples.count > 0 else { return nil }
    let (outputs, total) = pass(over: samples)
    var result = Measures(
      cost: total / Double(samples.count),
      penalty: Double(settings.regularization.penalty(at: network.parameters)))
    if let classes = samples.classes, let names = data.classNames {
      let confusion = confusion(of: classes, outputs: outputs, classes: names.count)
      let right = confusion.indices.reduce(0) { $0 + confusion[$1][$1] }
      result.confusion = confusion
      result.accuracy = Double(right) / Double(samples.count)
    } else {
      result.r2 = determination(of: samples.targets.elements, outputs: outputs)
    }
    return result
  }

  /// The outputs for some samples, `[count, outputs]`, and the sum of their costs, in the samples' order.
  ///
  /// So many at a time that their numbers stay near the processor, whatever there are in all.
  private func pass(over samples: Samples) -> (outputs: [Float], cost: Double) {
    let most = 1024
    var pass = Propagation(layout: network.layout, capacity: min(most, samples.count))
    var (outputs, total) = ([Float](), 0.0)
    outputs.reserveCapacity(samples.count * network.layout.outputs)
    for first in Swift.stride(from: 0, to: samples.count, by: most) {
      let rows = Array(first..<min(samples.count, first + most))
      pass.load(inputs: samples.inputs, targets: samples.targets, rows: rows[...])
      for layer in 0..<network.depth { pass.forward(layer: layer, of: network) }
      pass.error(cost: settings.cost, of: network)
      outputs += pass.layers[network.depth - 1].a
      for cost in pass.costs { total += Double(cost) }
    }
    return (outputs, total)
  }

  /// The class that an output row stands for: the largest output; a single one is cut in the middle of its coding.
  public func predictedClass(_ output: ArraySlice<Float>) -> Int {
    guard output.count == 1 else { return output.indices.max { output[$0] < output[$1] }! - output.startIndex }
    return output.first! >= (data.coding == .unit ? 0.5 : 0) ? 1 : 0
  }

  private func confusion(of classes: [Int], outputs: [Float], classes count: Int) -> [[Int]] {
    var table = Array(repeating: Array(repeating: 0, count: count), count: count)
    let width = network.layout.outputs
    for (sample, truth) in classes.enumerated() {
      table[truth][predictedClass(outputs[sample * width..<(sample + 1) * width])] += 1
    }
    return table
  }
}

/// R² = 1 − Σ(a−y)² / Σ(y−ȳ)², ȳ of each output's own column taken together.
private func determination(of targets: [Float], outputs: [Float]) -> Double? {
  let mean = targets.reduce(0.0) { $0 + Double($1) } / Double(targets.count)
  let spread = targets.reduce(0.0) { $0 + (Double($1) - mean) * (Double($1) - mean) }
  guard spread > 0 else { return nil }
  let error = zip(targets, outputs).reduce(0.0) { $0 + (Double($1.0) - Double($1.1)) * (Double($1.0) - Double($1.1)) }
  return 1 - error / spread
}
