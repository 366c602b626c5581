import Experiments
import Plots
import Screen
import Visualizer

extension Preferences.Names {
  /// What there is in this program.
  static let known = Preferences.Names(
    themes: Theme.Name.allCases.map(\.rawValue), glyphs: GlyphSet.allCases.map(\.rawValue),
    colors: ColorDepth.allCases.map(\.rawValue), keys: KeyMap.labels)
}
