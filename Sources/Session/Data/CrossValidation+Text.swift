import Datasets
import Experiments
import Foundation
import Training

extension CrossValidation {
  /// A line a fold, the mean and the standard deviation below, and what they say in a sentence.
  public var text: String {
    let measures = measures
    let names = ["fold", "seed", "learned", "tested", "epochs"] + measures.map(\.title)
    var rows = folds.map { fold in
      ["\(fold.number)", "\(fold.seed)", "\(fold.trained)", "\(fold.tested)", "\(fold.epochs)"]
        + measures.map { cell(fold.values[$0], of: $0) }
    }
    let blanks = Array(repeating: "", count: 4)
    rows.append(["mean"] + blanks + measures.map { cell(summary(of: $0)?.mean, of: $0) })
    rows.append(["±"] + blanks + measures.map { cell(summary(of: $0)?.deviation, of: $0) })
    let widths = names.indices.map { column in ([names] + rows).map { $0[column].count }.max()! }
    let lines = ([names] + rows).map { row in
      zip(row, widths).map { String(repeating: " ", count: $1 - $0.count) + $0 }.joined(separator: "  ")
    }
    return (lines + sentences).joined(separator: "\n") + "\n"
  }

  private var sentences: [String] {
    var lines: [String] = []
    for fold in folds {
      guard let divergence = fold.divergence else { continue }
      lines.append("fold \(fold.number) broke off: \(divergence)")
    }
    let (own, baseline): (Measure, Measure) = measures.contains(.majority) ? (.accuracy, .majority) : (.rmse, .meanRMSE)
    guard let reached = summary(of: own), let simple = summary(of: baseline), let deviation = reached.deviation else {
      return lines
    }
    let what = own == .accuracy ? "always the most frequent class" : "always the mean of what was learned from"
    lines.append(
      "\(own.title) \(cell(reached.mean, of: own)) ± \(cell(deviation, of: own)) over \(folds.count) folds; \(what): "
        + cell(simple.mean, of: baseline))
    return lines
  }

  private func cell(_ value: Double?, of measure: Measure) -> String {
    guard let value else { return "-" }
    return measure.isShare ? String(format: "%.2f %%", value * 100) : String(format: "%.5g", value)
  }

  /// One JSON object; null where a fold has not a measure.
  public var json: String {
    let measures = measures
    func object(_ value: (Measure) -> Double?) -> String {
      JSONText.object(measures.map { ($0.rawValue, value($0).map { "\($0)" } ?? "null") })
    }
    let rows = folds.map { fold in
      JSONText.object([
        ("fold", "\(fold.number)"), ("seed", "\(fold.seed)"), ("train_rows", "\(fold.trained)"),
        ("test_rows", "\(fold.tested)"), ("epochs", "\(fold.epochs)"),
        ("diverged", fold.divergence.map { JSONText.string("\($0.parameter)") } ?? "null"),
        ("measures", object { fold.values[$0] }),
      ])
    }
    return JSONText.object([
      ("folds", JSONText.list(rows)), ("mean", object { summary(of: $0)?.mean }),
      ("standard_deviation", object { summary(of: $0)?.deviation }),
    ])
  }
}
