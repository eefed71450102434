using System.Globalization;
using System.Text;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Interning;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Interning;

public class OverflowTests
{
    [Fact]
    public void Recognise_MoreModelsThanAllowed_CountAsOthersAndKeepTheirNames()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxLabels = 16 });

        var models = Enumerable.Range(0, 100).Select(i => Chat(recogniser, $"model-{i}")).ToList();

        Assert.Equal(16, models.Count(operation => operation.CountedAs.Model != Series.Overflow));
        Assert.All(models.Index(), model => Assert.Equal(($"model-{model.Index}", $"model-{model.Index}"), (model.Item.Series.Model, model.Item.RequestModel)));
        Assert.Equal("model-0", Chat(recogniser, "model-0").CountedAs.Model);
        Assert.Equal(SeriesOverflow.Model, recogniser.Counts.Overflow);
    }

    [Fact]
    public void Recognise_ModelBeyondTheLimit_HasItsPrice()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxLabels = 16 });
        for (var i = 0; i < 100; i++) Chat(recogniser, $"model-{i}");

        var call = recogniser.Recognise(new Telemetry().Span("chat", attributes:
            [
                ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "gpt-4o-mini"), ("gen_ai.usage.input_tokens", 1000),
                ("gen_ai.usage.output_tokens", 10)
            ])).Operation!;

        Assert.Equal(Series.Overflow, call.CountedAs.Model);
        Assert.True(call.Cost?.Usd > 0);
    }

    [Fact]
    public void Recognise_MoreSeriesThanAllowed_ShareOnePerKind()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxSeries = 16 });

        var series = Enumerable.Range(0, 100).Select(i => Chat(recogniser, $"model-{i}").CountedAs).ToList();

        Assert.Equal(17, series.Distinct().Count());
        Assert.Equal((OperationKind.Inference, Series.Overflow), (series[99].Kind, series[99].Service));
        Assert.Same(series[98], series[99]);
        Assert.Equal(SeriesOverflow.Series, recogniser.Counts.Overflow);
    }

    // One sender must not use up the names of another.
    [Fact]
    public void Recognise_OtherSource_HasLimitsOfItsOwn()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxLabels = 16 });
        for (var i = 0; i < 100; i++) Chat(recogniser, $"model-{i}");
        recogniser.Begin("another");

        Assert.Equal("model-99", Chat(recogniser, "model-99").CountedAs.Model);
    }

    [Fact]
    public void Recognise_MoreSourcesThanAllowed_ShareLimits()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxLabels = 16, MaxSources = 1 });
        recogniser.Begin("second");
        for (var i = 0; i < 100; i++) Chat(recogniser, $"model-{i}");
        recogniser.Begin("third");

        Assert.Equal(Series.Overflow, Chat(recogniser, "model-99").CountedAs.Model);
        recogniser.Begin("test");
        Assert.Equal("model-99", Chat(recogniser, "model-99").CountedAs.Model);
    }

    [Fact]
    public void Get_ValuesUnusedForADay_MakeRoom()
    {
        var limits = new SeriesLimits(new RecogniseOptions { MaxLabels = 16 });
        for (var i = 0; i < 20; i++) limits.Get(Key($"model-{i}"), Telemetry.Start);

        limits.Get(Key("model-0"), Telemetry.Start.AddHours(23));
        var refused = limits.Get(Key("new"), Telemetry.Start.AddHours(23));
        var later = limits.Get(Key("new"), Telemetry.Start.AddHours(25));

        Assert.Equal(SeriesOverflow.Model, refused.Overflow);
        Assert.Equal(SeriesOverflow.None, later.Overflow);
        Assert.Equal(SeriesOverflow.None, limits.Get(Key("model-0"), Telemetry.Start.AddHours(25)).Overflow);
    }

    [Fact]
    public void Recognise_MoreErrorTypesThanAllowed_CountAsOthersAndKeepTheirNames()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxLabels = 16 });

        var failures = Enumerable.Range(0, 40).Select(i => recogniser.Recognise(new Telemetry().Span("chat m", attributes:
            [("gen_ai.operation.name", "chat"), ("error.type", $"RateLimit{i}")])).Operation!.Failure!).ToList();

        Assert.All(
            failures.Index(), failure => Assert.Equal(new Failure($"RateLimit{failure.Index}", "rate_limit", IsLimited: failure.Index >= 16), failure.Item));
        Assert.Equal(SeriesOverflow.ErrorType, recogniser.Counts.Overflow);
        Assert.Equal(["error_type"], recogniser.Counts.Overflow.Each().Select(one => one.Name));
    }

    [Fact]
    public void Recognise_MoreFinishReasonsThanRemembered_KeepsTheSendersWord()
    {
        var recogniser = Recognisers.New(new RecogniseOptions { MaxLabels = 16 });

        var reasons = Enumerable.Range(0, 40).Select(i => recogniser.Recognise(new Telemetry().Span("chat m", attributes:
            [("gen_ai.operation.name", "chat"), ("gen_ai.response.finish_reasons", $"because_{i}")])).Operation!.FinishReason).ToList();

        Assert.Equal([.. Enumerable.Range(0, 40).Select(i => $"because_{i}")], reasons);
    }

    [Fact]
    public void Get_SameText_GivesSameObjectFromManyThreads()
    {
        var pool = new LabelPool(1000);
        var seen = new Label[8][];

        Parallel.For(0, 8, thread => seen[thread] = [.. Enumerable.Range(0, 1000).Select(i => pool.Get(i.ToString(CultureInfo.InvariantCulture)))]);

        Assert.All(seen, labels => Assert.True(labels.SequenceEqual(seen[0])));
        Assert.Equal(1000, seen[0].Distinct().Count());
        Assert.Equal(1000, pool.Count);
    }

    [Fact]
    public void Get_MoreTextsThanPlaces_ForgetsTheUnusedButNeverMixes()
    {
        var pool = new LabelPool(16);
        var used = pool.Get("used");

        for (var i = 0; i < 1000; i++)
        {
            Assert.Equal($"text-{i}", pool.Get($"text-{i}").Text);
            Assert.Same(used, pool.Get("used"));
        }

        Assert.InRange(pool.Count, 16, 32);
    }

    [Fact]
    public void Get_LongText_IsCutAtACharacter()
    {
        var label = new LabelPool(16).Get(Encoding.UTF8.GetBytes("x" + new string('é', 200)));

        Assert.Equal("x" + new string('é', 99), label.Text);
    }

    [Fact]
    public void Get_MoreIdsThanPlaces_ForgetsButNeverMixes()
    {
        var cache = new IdCache(16, Id.Of);

        for (var round = 0; round < 3; round++)
        {
            for (var i = 0; i < 1000; i++) Assert.Equal($"s-{i}", cache.Get(Encoding.UTF8.GetBytes($"s-{i}")).Text);
        }
    }

    private static SeriesKey Key(string model) => new(
        LabelPool.None, LabelPool.None, OperationKind.Inference, LabelPool.None, LabelPool.None, new Label(model), LabelPool.None, LabelPool.None,
        LabelPool.None, LabelPool.None);

    private static Operation Chat(Recogniser recogniser, string model) => recogniser.Recognise(new Telemetry().Span("chat m", attributes:
        [("gen_ai.operation.name", "chat"), ("gen_ai.request.model", model)])).Operation!;
}
