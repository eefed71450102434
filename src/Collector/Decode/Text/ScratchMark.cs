namespace Tidemark.Collector.Decode.Text;

/// <summary>A position in a <see cref="Scratch"/> to return to.</summary>
internal readonly record struct ScratchMark(int Chunk, int Used);
