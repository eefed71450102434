using Tidemark.Collector.Decode;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Works out a scope's marks once for all its items.</summary>
internal sealed class ScopeReader(DialectTable dialects)
{
    private byte[] _name = [];
    private ulong _marks;

    public ulong Marks(ScopeRecord scope)
    {
        var name = scope.Name.Span;
        if (name.SequenceEqual(_name)) return _marks;
        _name = name.ToArray();
        return _marks = dialects.MarksOfScope(name);
    }
}
