import Datasets
import Foundation
import Plots
import Screen
import Session

/// The report on the test part in words: what was reached, how sure that is, and whether it was worth it.
struct VerdictWords {
  let report: TestReport
  let dataset: Dataset
  let theme: Theme

  var lines: [Span] {
    let head = "\(report.count) rows\(origin) that nothing was learned from, after \(report.updates) updates"
    let score: [Span]
    switch report.score {
    case .classes(let classes): score = lines(on: classes)
    case .numbers(let numbers): score = lines(on: numbers)
    }
    return [line(head, theme.faint)] + score + [line(peeks, report.openings == 1 ? theme.faint : theme.warning)]
  }

  /// Where the rows are from, where they are not the data set's own.
  private var origin: String {
    dataset.testFile.map { " of \(URL(filePath: $0.path).lastPathComponent.printable)" } ?? ""
  }

  private static func learned(than simplest: String, isAboveLinear: Bool) -> String {
    "verdict: it tells more than \(simplest)" + (isAboveLinear ? ", and more than a network without hidden layers" : "")
  }

  /// How often it was looked at, and what that means.
  private var peeks: String {
    report.openings == 1
      ? "looked at for the first time: an honest estimate. Changes made because of it spoil the next one"
      : "looked at \(report.openings) times: each look lets choices fit this part; trust it less"
  }

  private func line(_ words: String, _ style: Style) -> Span { Span(words, style) }
}

extension TestReport {
  /// The report in words, a line each.
  ///
  /// - Parameter dataset: what it was made of, which says where the rows are from and what is predicted.
  public func words(of dataset: Dataset) -> [String] {
    let theme = Theme(name: .dark, depth: .none, glyphs: .ascii)
    return VerdictWords(report: self, dataset: dataset, theme: theme).lines.map(\.text)
  }
}

// MARK: Classes

extension VerdictWords {
  private func lines(on score: TestReport.Classes) -> [Span] {
    let accuracy = score.report.accuracy
    var lines = [
      line(
        "accuracy \(percent(accuracy)), between \(percent(score.interval.low)) and \(percent(score.interval.high)) "
          + "with 95 % confidence", theme.title),
      line("always the most frequent class: \(percent(score.majority))\(linear(score))", theme.text),
      line(verdict(score), theme.highlight),
      line(
        "confidence: off by \(percent(score.calibration.expectedError)) on average "
          + "(calibration), Brier score \(NumberFormat.fixed(score.calibration.brier, decimals: 3))", theme.text),
      line("class                 precision   recall     F1   rows", theme.faint),
    ]
    for (name, row) in zip(score.names.withoutCommonPrefix, score.report.rows).prefix(12) {
      let cells = [row.precision, row.recall, row.f1].map { percent($0).leftPadded(to: 9) }.joined()
      lines.append(
        line(String(name.prefix(20)).padding(to: 22) + cells + "\(row.support)".leftPadded(to: 7), theme.text))
    }
    if score.names.count > 12 { lines.append(line("… \(score.names.count - 12) more classes", theme.faint)) }
    return lines
  }

  private func linear(_ score: TestReport.Classes) -> String {
    score.linear.map { "; a network without hidden layers: \(percent($0))" } ?? ""
  }

  private func verdict(_ score: TestReport.Classes) -> String {
    let accuracy = score.report.accuracy
    if score.interval.low <= score.majority {
      return accuracy <= score.majority
        ? "verdict: no better than always naming the most frequent class"
        : "verdict: perhaps better than the most frequent class, but so few rows cannot tell"
    }
    if let linear = score.linear, accuracy < linear + 0.005 {
      return "verdict: it has learned, but no more than a network without hidden layers"
    }
    return Self.learned(than: "the most frequent class", isAboveLinear: score.linear != nil)
  }
}

// MARK: Numbers

extension VerdictWords {
  private func lines(on score: TestReport.Numbers) -> [Span] {
    func words(_ errors: RegressionErrors) -> String {
      let r2 = errors.r2.map { "R² \(NumberFormat.fixed($0, decimals: 3)), " } ?? ""
      return "\(r2)RMSE \(reading(errors.rmse)), MAE \(reading(errors.mae))"
    }
    var lines = [
      line("\(dataset.labelName ?? "the label"): \(words(score.errors)), in its own units", theme.title),
      line("always the training part's mean: \(words(score.mean))", theme.text),
    ]
    if let linear = score.linear { lines.append(line("a network without hidden layers: \(words(linear))", theme.text)) }
    lines.append(line(verdict(score), theme.highlight))
    let bias = score.errors.bias
    lines.append(
      line(
        "on average \(reading(abs(bias))) too \(bias < 0 ? "low" : "high"); half of all misses are below \(median(score))",
        theme.text))
    return lines
  }

  private func median(_ score: TestReport.Numbers) -> String {
    let misses = zip(score.predicted, score.actual).map { abs($0 - $1) }.sorted()
    return misses.isEmpty ? "0" : reading(misses[misses.count / 2])
  }

  private func verdict(_ score: TestReport.Numbers) -> String {
    if score.errors.rmse >= score.mean.rmse { return "verdict: no better than always naming the mean" }
    if let linear = score.linear, score.errors.rmse >= linear.rmse * 0.99 {
      return "verdict: it has learned, but no more than a network without hidden layers"
    }
    return Self.learned(than: "the mean", isAboveLinear: score.linear != nil)
  }

  private func reading(_ number: Double) -> String { NumberFormat.reading.string(number) }

  private func percent(_ share: Double) -> String { NumberFormat.fixed(share * 100, decimals: 1) + " %" }
}

extension String {
  /// This text with blanks before it up to a width.
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - columnCount)) + self
  }
}
