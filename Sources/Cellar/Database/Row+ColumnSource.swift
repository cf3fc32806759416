public import Kernel

extension Row: ColumnSource {}
