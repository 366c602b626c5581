import Datasets
import Session
import Training

/// What is done to networks that settle, and to a sealed test part.
extension PlainRun {
  mutating func settle(_ action: SettlingAction) throws {
    try act(.settling(action))
    if session.run.history.process.settler != nil { try report() }
  }

  /// Turns a unit over, by its name or its number from 1.
  mutating func flip(_ name: String) throws {
    guard let settler = session.run.history.process.settler else { return try settle(.flip(unit: 0)) }
    let names = (0..<settler.network.count).map { settler.name(of: $0) }
    let number = Int(name).flatMap { (1...names.count).contains($0) ? $0 - 1 : nil }
    guard let unit = names.firstIndex(where: { $0.comparable == name.comparable }) ?? number else {
      let hint = Names.hint(for: name, among: names) ?? "weights lists the units"
      return try say("there is no unit “\(name.prefix(40))”; \(hint).")
    }
    try settle(.flip(unit: unit))
  }

  /// Opens the sealed test part, and tells what it says.
  mutating func unseal() throws {
    try act(.unseal)
    guard let report = session.report else { return }
    for line in report.words(of: session.run.dataset) { try say(line) }
  }
}
