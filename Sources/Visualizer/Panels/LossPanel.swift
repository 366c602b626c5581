import Plots
import Screen
import Training

extension State {
  /// The scrolling curve of training and test cost.
  func drawLoss(into frame: inout Frame, in region: Region) {
    guard let run else { return }
    lossPlot(run).draw(into: &frame, in: region, theme: theme)
  }

  func lossPlot(_ run: Run) -> LinePlot {
    let loss = run.loss
    // What is drawn later lies on top; where both are one line, it is the training part's.
    var plot = LinePlot([LinePlot.Series(name: "train", samples: loss.training.samples, look: 0)])
    if run.test != nil {
      plot.series.insert(LinePlot.Series(name: "test", samples: loss.test.samples, look: 1), at: 0)
    }
    if let twin = run.twin {
      plot.series.append(LinePlot.Series(name: twin.difference, samples: twin.loss.training.samples, look: 2))
    }
    plot.xRange = 0...Double(max(run.history.branch.tip.updates, 10))
    plot.isLogarithmic = isLossLogarithmic
    if !isLossLogarithmic { plot.yRange = 0...max(1e-9, plot.highest) }
    plot.events = loss.marks.map { LinePlot.Event(x: Double($0.update), label: $0.label) }
    plot.cursor = lossCursor.map(Double.init) ?? (run.history.isAtTip ? nil : Double(run.trainer.updates))
    return plot
  }
}

extension Envelope {
  /// The buckets as the samples of a curve.
  var samples: [LinePlot.Sample] {
    buckets.map { LinePlot.Sample(x: Double($0.updates.upperBound), low: Double($0.least), high: Double($0.greatest)) }
  }
}

extension LinePlot {
  /// The highest finite value of all series.
  fileprivate var highest: Double {
    series.lazy.flatMap(\.samples).reduce(0) { $1.high.isFinite ? max($0, $1.high) : $0 }
  }
}
