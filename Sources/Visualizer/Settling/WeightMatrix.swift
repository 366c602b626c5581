import NeuralNetwork
import Plots
import Screen

/// All weights between all units, as a picture: row and column are units.
struct WeightMatrix {
  let network: HopfieldNetwork
  let theme: Theme

  func draw(into frame: inout Frame, in region: Region) {
    let largest = network.largestWeight
    let count = network.count
    let values = network.weights.map { Double($0) * network.quantum }
    var map = HeatMap.picture(
      Grid(width: count, height: count, values: values), scale: .diverging(limit: largest > 0 ? largest : 1))
    map.showsLegend = true
    map.draw(into: &frame, in: region, theme: theme)
  }
}
