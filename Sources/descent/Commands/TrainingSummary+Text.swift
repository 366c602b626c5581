import Experiments
import Foundation
import Training

extension TrainingSummary {
  /// Three lines for a person.
  var text: String {
    let speed = samplesPerSecond.map { ", \(Int($0)) samples/s" } ?? ""
    let lines = ["\(epochs) epochs, \(updates) updates, \(parameters) parameters, seed \(seed)\(speed)"]
    let own = [("training", training), ("test", test)]
    let mean = averaged.map { [("averaged", $0.training), ("its test", $0.test)] } ?? []
    let measures = (own + mean).compactMap { name, measures in
      measures.map { Self.line(name, $0) }
    }
    return (lines + measures).joined(separator: "\n") + "\n"
  }

  private static func line(_ name: String, _ measures: Measures) -> String {
    var parts = [name.padding(toLength: 10, withPad: " ", startingAt: 0) + String(format: "cost %.6g", measures.cost)]
    if measures.penalty > 0 { parts.append(String(format: "penalty %.6g", measures.penalty)) }
    if let accuracy = measures.accuracy { parts.append(String(format: "accuracy %.2f %%", accuracy * 100)) }
    if let r2 = measures.r2 { parts.append(String(format: "R² %.4f", r2)) }
    return parts.joined(separator: "   ")
  }
}

extension Failure {
  /// Says something that a user may not have meant.
  static func remark(_ words: String) { say("descent: \(words)") }

  /// Says what stopped a training run.
  static func report(_ divergence: Divergence, updates: Int) {
    say("descent: training stopped after update \(updates): \(divergence); try a smaller optimizer.rate")
  }
}
