import NeuralNetwork
import Plots
import Session
import Training

extension SettlingNews {
  /// Whether it has not gone as was hoped.
  var isWarning: Bool {
    if case .heated(nil) = self { return true }
    if case .rests(.twoCycle, _, _) = self { return true }
    return false
  }

  /// What is told, in a line.
  var words: String {
    switch self {
    case .began(let isNew): isNew ? "from another state" : "again from the same state"
    case .flipped(let name, let energy): "\(name) turned over: energy \(energy < 0 ? "" : "+")\(number(energy))"
    case .disturbed(let units): units == 1 ? "1 unit flipped by chance" : "\(units) units flipped by chance"
    case .covered: "the lower half is covered: what is missing?"
    case .stored(let name): "stored as \(name); U and the mouse draw another"
    case .forgot(let name): "\(name) is no longer stored"
    case .recalled(let name): "this is \(name): disturb it with Y, cover it with V"
    case .heated(let temperature?): "heated to T \(number(Double(temperature)))"
    case .heated(nil): "there is no temperature to begin with: raise it with ."
    case .rests(let rest, let sweeps, let what):
      "\(rest.rawValue) after \(sweeps) \(sweeps == 1 ? "sweep" : "sweeps"): \(what)"
    case .tried(let trials, let isPuzzle): trials.words(isPuzzle: isPuzzle)
    }
  }

  private func number(_ value: Double) -> String { NumberFormat.reading.string(value) }
}
