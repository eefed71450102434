using Tidemark.Collector.Query.Sessions;

namespace Tidemark.Collector.Tests.Query;

public sealed class MarkdownTests
{
    [Fact]
    public void Text_WithStructure_IsHarmless() =>
        Assert.Equal(@"\<script\> \| \[x\](y) \`z\` line", Markdown.Text("<script> | [x](y) `z`\nline"));

    [Fact]
    public void Code_WithStructure_IsHarmless() => Assert.Equal("a b c d", Markdown.Code("a|b`c\nd"));

    [Fact]
    public void Remarks_FewOperations_FindNothing() => Assert.Empty(Remarks.Of(Review(new SessionFactsSeed())));

    [Fact]
    public void Remarks_ManyFailuresFullContextAndNoPrice_AreNamed()
    {
        var remarks = Remarks.Of(Review(new SessionFactsSeed { Operations = 20, Errors = 5, Unpriced = 2, ContextPeakRatio = 0.93 }));

        Assert.Equal(
            [
                "5 of 20 operations failed.", "The context window was 93 % full and was never compacted.",
                "2 model calls have no price: the cost above is too low."
            ],
            remarks.Select(remark => remark.Message));
    }

    [Fact]
    public void Report_LittleKnown_HasNoEmptyLinesAndNoLinks()
    {
        var report = SessionReport.Write(Review(new SessionFactsSeed()));

        Assert.Equal(
            "| Operations | 3; 0 model calls |",
            Assert.Single(report.Split('\n'), line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| what", StringComparison.Ordinal)));
        Assert.DoesNotContain("Grafana", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_GrafanaKnown_LinksTheSessionOverItsOwnTime() =>
        Assert.Contains(
            "[Open in Grafana](https://g.example.com/d/tidemark-session?var-session=s-1&from=1772366340000&to=1772366760000)",
            SessionReport.Write(Review(new SessionFactsSeed()), "https://g.example.com/"),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(62_000, "(00:01:02)")]
    [InlineData(93_784_000, "(1.02:03:04)")]
    public void Report_Duration_IncludesDays(double milliseconds, string duration)
    {
        var review = Review(new SessionFactsSeed());

        var report = SessionReport.Write(review with { Session = review.Session with { DurationMs = milliseconds } });

        Assert.Contains(duration, report, StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_SentTwice_AreListedOnce()
    {
        var review = Review(new SessionFactsSeed()) with { Insights = [new Remark("error", "Once."), new Remark("error", "Once.")] };

        Assert.Single(Remarks.Of(review));
    }

    private static SessionReview Review(SessionFactsSeed seed) => new(
        new SessionFacts
        {
            SessionId = "s-1",
            Status = "active",
            StartedAt = new DateTime(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc),
            LastSeenAt = new DateTime(2026, 3, 1, 12, 5, 0, DateTimeKind.Utc),
            Operations = seed.Operations,
            Errors = seed.Errors,
            Unpriced = seed.Unpriced,
            ContextPeakRatio = seed.ContextPeakRatio,
        },
        [],
        [],
        [],
        [],
        [],
        []);
}
