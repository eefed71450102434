namespace Tidemark.Collector.Decode.Text;

/// <summary>A place in a <see cref="Scratch"/> to go back to.</summary>
internal readonly record struct ScratchMark(int Chunk, int Used);
