import Plots
import Screen

extension State {
  /// How the classes are taken for one another, for inputs of more than two dimensions.
  func drawPredictions(_ run: Run, into frame: inout Frame, in region: Region) {
    guard let measures = run.test ?? run.training else { return }
    guard let confusion = measures.confusion, let names = run.trainer.data.classNames else {
      frame.write(run.quality ?? "", in: region, style: theme.text)
      return
    }
    ConfusionMatrix(classes: names, counts: confusion).draw(into: &frame, in: region, theme: theme)
  }
}
