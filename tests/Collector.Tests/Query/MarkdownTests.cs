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
            ["5 of 20 operations failed.", "The context window was 93 % full and was never compacted.", "2 model calls have no price: the cost above is too low."],
            remarks.Select(remark => remark.Message));
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
