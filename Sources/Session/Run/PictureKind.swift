/// What can be shown of a network's input.
public enum PictureKind: Sendable {
  /// Two inputs: the plane. One: a curve. More: a table of answers.
  case plane, curve, table
}

extension Run {
  /// What the number of the data's columns lets be shown.
  public var pictureKind: PictureKind {
    switch dataset.inputs.columns {
    case 1: .curve
    case 2: .plane
    default: .table
    }
  }
}
