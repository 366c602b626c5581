import NeuralNetwork
import Plots
import Session
import Training

extension LearningSession {
  /// The name of the moment of training that the screen shows, while it stands still.
  public var momentName: String {
    guard !isRunning else { return "" }
    if let settler = run.history.process.settler { return settler.momentName }
    if let recurrent = run.history.process.recurrent { return recurrent.momentName }
    let (trainer, history) = (run.trainer, run.history)
    if trainer.divergence != nil { return "diverged" }
    if let walk = history.walk { return "sample \(walk.count) of \(walk.rows.count), its own pass" }
    switch trainer.performed {
    case nil: return trainer.updates == 0 ? "initialize" : "changed"
    case .input: return "input: \(trainer.batchCount == 1 ? "a sample enters" : "\(trainer.batchCount) samples enter")"
    case .forward(let layer): return "forward propagation: layer \(layer + 1) of \(trainer.network.depth)"
    case .error: return "error: cost " + NumberFormat.reading.string(Double(trainer.propagation.cost))
    case .backward(let layer): return "backpropagation: layer \(layer + 1) of \(trainer.network.depth)"
    case .update: return "update \(trainer.updates)"
    case .epoch: return "epoch \(trainer.epoch) is over"
    }
  }
}
