import Plots
import Screen
import Session
import Training

/// The scrolling curve of training and test cost.
public struct LossPanel: Hashable, Sendable {
  /// Whether costs are drawn on a logarithmic axis.
  var isLogarithmic = false
  /// The update whose values are read out.
  var cursor: Int?

  /// Moves the cursor by a hundredth of the curve.
  mutating func moveCursor(_ direction: Action.Direction, in run: Run) {
    let last = run.history.branch.tip.updates
    let first = run.loss.firstUpdate
    let stride = max(1, (last - first) / 100)
    switch direction {
    case .left: cursor = max(first, (cursor ?? last) - stride)
    case .right: cursor = cursor.flatMap { $0 + stride > last ? nil : $0 + stride }
    case .home: cursor = first
    case .end: cursor = nil
    case .up, .down, .pageUp, .pageDown: break
    }
  }

  /// Draws the curve, or the timeline while there is one.
  func draw(
    _ session: LearningSession, isThick: Bool, into frame: inout Frame, in region: Region, theme: Theme
  ) {
    if let timeline = session.timeline {
      draw(timeline, session.run, into: &frame, in: region, theme: theme)
    } else {
      var plot = plot(session.run)
      plot.isThick = isThick
      plot.draw(into: &frame, in: region, theme: theme)
    }
  }

  func plot(_ run: Run) -> LinePlot {
    let loss = run.loss
    if run.history.process.settler != nil { return energies(run) }
    // What is drawn later lies on top; where both are one line, it is the training part's.
    var plot = LinePlot([LinePlot.Series(name: "train", samples: loss.training.samples, look: 0)])
    if run.test != nil {
      plot.series.insert(LinePlot.Series(name: run.measuredPart, samples: loss.test.samples, look: 1), at: 0)
    }
    if run.history.process.cadence.updatesPerEpoch > 1 { plot.series.insert(batches(run), at: 0) }
    if let twin = run.twin {
      plot.series.append(LinePlot.Series(name: twin.legend, samples: twin.loss.training.samples, look: 2))
      plot.series[plot.series.count - 2].name += Twin<Course>.words(for: run.training?.cost)
    }
    frame(&plot, run, from: loss.firstUpdate)
    return plot
  }

  /// The energy of a network that settles, at each update.
  private func energies(_ run: Run) -> LinePlot {
    var plot = LinePlot([LinePlot.Series(name: "energy", samples: run.loss.batches.samples, look: 0)])
    if let twin = run.twin {
      plot.series.append(LinePlot.Series(name: twin.difference, samples: twin.loss.batches.samples, look: 2))
    }
    frame(&plot, run, from: run.loss.batches.buckets.first?.updates.lowerBound ?? 0)
    return plot
  }

  /// What every curve over updates has: its axes, the changes that were made, and where the present is.
  private func frame(_ plot: inout LinePlot, _ run: Run, from first: Int) {
    plot.xRange = Double(first)...Double(max(run.history.branch.tip.updates, first + 10))
    plot.isLogarithmic = isLogarithmic
    plot.xUnit = "updates"
    plot.showsLastValues = true
    plot.events = run.loss.marks.map { LinePlot.Event(x: Double($0.update), label: $0.label) }
    plot.cursor = cursor.map(Double.init) ?? (run.history.isAtTip ? nil : Double(run.history.process.updates))
  }

  /// The cost of each batch, pale, and over it their mean over some of the last updates.
  private func batches(_ run: Run) -> LinePlot.Series {
    let batches = run.loss.batches
    let span = max(16, run.history.process.cadence.updatesPerEpoch / 4)
    let share = 1 - min(1, Double(batches.width) / Double(span))
    return LinePlot.Series(name: "batches", samples: batches.samples, look: 5, smoothing: share)
  }
}

extension LossHistory {
  /// Where the curve begins: a new meaning of the cost begins one in mid-training.
  fileprivate var firstUpdate: Int { training.buckets.first?.updates.lowerBound ?? 0 }
}

extension Envelope {
  /// The buckets as the samples of a curve.
  var samples: [LinePlot.Sample] {
    buckets.map {
      LinePlot.Sample(
        x: Double($0.updates.upperBound), low: Double($0.least), high: Double($0.greatest),
        last: Double($0.last), mean: $0.mean)
    }
  }
}

extension Twin<Course> {
  /// Its difference, and its training cost beside it.
  fileprivate var legend: String { difference + Twin<Course>.words(for: training?.cost) }

  /// A cost as a legend has it.
  fileprivate static func words(for cost: Double?) -> String {
    cost.map { " " + NumberFormat(width: 7, significantDigits: 3).string($0) } ?? ""
  }
}
