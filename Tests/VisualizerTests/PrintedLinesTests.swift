import Experiments
import Foundation
import Screen
import Testing

@testable import Session
@testable import Training
@testable import Visualizer

/// Who adds up what stands in the arithmetic panel gets what stands there: every line of every demo, from its text alone.
struct PrintedLinesTests {
  private static let demos = Demos.all.map(\.name).filter {
    (try? Experiment.load(source: $0).kind) == .feedforward
  }

  @Test(arguments: demos, [1, 3]) func everyPrintedLineAddsUp(demo: String, updates: Int) throws {
    var state = try State.opened(demo)
    if state.isRunning { state.perform(.session(.toggleRun)) }
    state.session!.run.train(updates: updates)
    let run = state.run!
    var reader = SheetReader()
    for (number, layer) in run.trainer.network.layout.layers.enumerated() {
      for unit in 0..<min(3, layer.units) {
        for input in [0, layer.inputs] {
          let place = Selection(layer: number, unit: unit, input: input)
          let shown = ShownStep(of: run, place: place, sample: 0, isCovered: false)
          reader.read(shown.sheet(theme: state.theme, size: Region(x: 0, y: 0, width: 600, height: 40)))
        }
      }
    }
    #expect(reader.mistakes == [], "\(demo)")
    #expect(reader.checked > 10)
  }
}

/// Reads a sheet's text, and works its lines out.
private struct SheetReader {
  private(set) var checked = 0
  private(set) var mistakes: [String] = []
  private var terms: [Double] = []
  private var bias = 0.0
  private var mean: (text: String, count: Int)?
  private var pulls: [Double] = []

  mutating func read(_ sheet: Sheet) {
    for line in sheet.lines { read(line.map(\.text).joined()) }
    endPulls()
  }

  private mutating func read(_ line: String) {
    guard !line.contains("····") else { return }
    if let product = line.firstMatch(of: /(-?[0-9.]+) · +(-?[0-9.]+) = +(-?[0-9.]+)$/), !line.contains("δ ="),
      line.components(separatedBy: " = ").count == 2
    {
      check(line, Double(product.1)! * Double(product.2)!, String(product.3))
      return terms.append(Double(product.3)!)
    }
    if let rest = line.firstMatch(of: /^the other \d+ +(?:= +)?(-?[0-9.]+)$/) {
      if line.contains("=") { terms.append(Double(rest.1)!) } else { pulls.append(Double(rest.1)!) }
      return
    }
    if let pull = line.firstMatch(of: #/^row \d+ +(-?[0-9.]+)/#) { return pulls.append(Double(pull.1)!) }
    let parts = line.components(separatedBy: " = ")
    guard parts.count > 2, let result = parts.last else { return terms = parts.count > 1 ? terms : [] }
    if parts[0] == "b" { bias = Double(result)! }
    if parts[0] == "z" { return endSum(line, bias + terms.reduce(0, +), result) }
    if parts[0] == "Σ" { return endSum(line, terms.reduce(0, +), result) }
    if let words = parts[1].firstMatch(of: /^mean of (\d+) pulls$/) {
      endPulls()
      mean = (result, Int(words.1)!)
    } else if let value = FormulaReader.value(of: parts[parts.count - 2]) {
      check(line, value, result)
    }
  }

  private mutating func endSum(_ line: String, _ value: Double, _ result: String) {
    check(line + "  from \(terms)", value, result)
    terms = []
  }

  private mutating func endPulls() {
    if let mean, !pulls.isEmpty { check("mean of \(pulls)", pulls.reduce(0, +) / Double(mean.count), mean.text) }
    (mean, pulls) = (nil, [])
  }

  /// Whether a printed result is a value to half a unit of its last digit.
  private mutating func check(_ line: String, _ value: Double, _ result: String) {
    checked += 1
    guard let printed = Double(result) else { return mistakes.append(line) }
    let isTrue = abs(value - printed) <= 0.501 * unit(result) || abs(value - printed) <= 1e-9 * abs(value)
    if !isTrue { mistakes.append("\(line): \(value)") }
  }

  /// The unit of a printed number's last digit.
  private func unit(_ text: String) -> Double {
    let parts = text.split(separator: "e")
    let decimals = parts[0].firstIndex(of: ".").map { parts[0].distance(from: $0, to: parts[0].endIndex) - 1 } ?? 0
    return Double("1e\((parts.count > 1 ? Int(parts[1])! : 0) - decimals)")!
  }
}
