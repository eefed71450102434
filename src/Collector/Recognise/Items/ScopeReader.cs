using System.Text;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Recognise.Items;

/// <summary>Interprets a scope's name once for all its items.</summary>
internal sealed class ScopeReader(DialectTable dialects)
{
    private byte[] _name = [];
    private byte[] _version = [];
    private ulong _marks;
    private short _reporter;

    public ulong Marks(ScopeRecord scope)
    {
        Read(scope);
        return _marks;
    }

    /// <summary>See <see cref="Operation.Reporter"/>.</summary>
    public short Reporter(ScopeRecord scope)
    {
        Read(scope);
        return _reporter;
    }

    private void Read(ScopeRecord scope)
    {
        var name = scope.Name.Span;
        var version = scope.Version.Span;
        if (name.SequenceEqual(_name) && version.SequenceEqual(_version)) return;
        _name = name.ToArray();
        _version = version.ToArray();
        _marks = dialects.MarksOfScope(name, version);
        _reporter = name.IsEmpty ? (short)0 : (short)StableHash.Of(Encoding.UTF8.GetString(name));
    }
}
