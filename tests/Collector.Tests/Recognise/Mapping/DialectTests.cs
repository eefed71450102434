using System.Text;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Collector.Recognise.Mapping;

namespace Tidemark.Collector.Tests.Recognise.Mapping;

public class DialectTests
{
    [Fact]
    public void Catalogue_Names_AreUnique() =>
        Assert.Equal(DialectCatalogue.All.Count, DialectCatalogue.All.Select(dialect => dialect.Name).Distinct().Count());

    [Fact]
    public void Catalogue_MoreSpecific_StandsBeforeWhatItInherits()
    {
        for (var i = 0; i < DialectCatalogue.All.Count; i++)
        {
            if (DialectCatalogue.All[i].Inherits is { } basis) Assert.True(DialectCatalogue.All.ToList().IndexOf(basis) > i, DialectCatalogue.All[i].Name);
        }
    }

    [Fact]
    public void Catalogue_Keys_AreListedOncePerFieldAndDialect() => Assert.All(
        DialectCatalogue.All.SelectMany(dialect => dialect.Keys.Concat(dialect.Instead)),
        keys => Assert.Equal(keys.Value.Length, keys.Value.Select(key => (key.Name, key.Path)).Distinct().Count()));

    [Fact]
    public void Find_EveryKey_IsFoundByItsBytes()
    {
        var table = new DialectTable(DialectCatalogue.All);

        Assert.All(
            DialectCatalogue.All.SelectMany(dialect => dialect.Keys.Values).SelectMany(keys => keys).Select(key => key.Name).Distinct(),
            key => Assert.Same(table.Keys[key], table.Keys.Find(Encoding.UTF8.GetBytes(key))));
        Assert.Null(table.Keys.Find("gen_ai.usage.input_tokenz"u8));
    }

    [Fact]
    public void Map_SameKeyTwice_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Utf8Map<int>([KeyValuePair.Create("a", 1), KeyValuePair.Create("a", 2)]));
}
