using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Access;

namespace Tidemark.Collector.Tests.Hosting;

public sealed class AccessTests
{
    private static readonly Listener Open = new("otlp-http", "Test", [new IPEndPoint(IPAddress.Any, 4318)], HttpProtocols.Http1, 1);
    private static readonly Listener Local = new("otlp-grpc", "Test", [new IPEndPoint(IPAddress.Loopback, 4317)], HttpProtocols.Http2, 1);

    [Theory]
    [InlineData("Bearer first key", "team-a")]
    [InlineData("bearer second key", "team-b")]
    [InlineData("Bearer  rotated key ", "team-a")]
    public void Admit_KnownKey_NamesItsSource(string header, string source)
    {
        Assert.Equal(Admission.Granted, Authenticator().Admit(Request(header), KeyRole.Send, out var reported));
        Assert.Equal(source, reported);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Bearer first key2")]
    [InlineData("Bearer First key")]
    [InlineData("Basic first key")]
    [InlineData("first key")]
    public void Admit_NoKnownKey_IsUnknown(string header) => Assert.Equal(Admission.Unknown, Authenticator().Admit(Request(header), KeyRole.Send, out _));

    [Fact]
    public void Admit_TheHashItself_IsNoKey() =>
        Assert.Equal(Admission.Unknown, Authenticator().Admit(Request("Bearer " + Hash("first key")), KeyRole.Send, out _));

    [Fact]
    public void Admit_PasswordOfBasicAuthentication_IsTheKey()
    {
        Assert.Equal(Admission.Granted, Authenticator().Admit(Request("Basic " + Convert.ToBase64String("pk-lf-1:first key"u8)), KeyRole.Send, out _));
        Assert.Equal(Admission.Unknown, Authenticator().Admit(Request("Basic " + Convert.ToBase64String("first key:pk-lf-1"u8)), KeyRole.Send, out _));
        Assert.Equal(Admission.Unknown, Authenticator().Admit(Request("Basic " + Convert.ToBase64String("first key"u8)), KeyRole.Send, out _));
        Assert.Equal(Admission.Unknown, Authenticator().Admit(Request("Basic not base64"), KeyRole.Send, out _));
    }

    [Fact]
    public void Admit_EndlessKey_IsUnknown() =>
        Assert.Equal(Admission.Unknown, Authenticator().Admit(Request("Bearer " + new string('x', 100_000)), KeyRole.Send, out _));

    [Fact]
    public void Admit_NoKeysConfigured_IsAnyone()
    {
        var authenticator = new Authenticator(new ApiKeyRing(new AccessOptions()));

        Assert.False(authenticator.IsRequired);
        Assert.Equal(Admission.Granted, authenticator.Admit(Request(""), KeyRole.Read, out var source));
        Assert.Equal("default", source);
    }

    [Theory]
    [InlineData("Send", "Send", true)]
    [InlineData("Send", "Read", false)]
    [InlineData("Read", "Read", true)]
    [InlineData("Read", "Send", false)]
    [InlineData("Both", "Send", true)]
    [InlineData("Both", "Read", true)]
    public void Admit_RoleOfKey_DecidesWhatItOpens(string role, string asked, bool expected)
    {
        var options = new AccessOptions { ApiKeys = [new() { Source = "team-a", Sha256 = Hash("first key"), Role = Enum.Parse<KeyRole>(role) }] };

        var admission = new Authenticator(new ApiKeyRing(options)).Admit(Request("Bearer first key"), Enum.Parse<KeyRole>(asked), out _);

        Assert.Equal(expected ? Admission.Granted : Admission.OtherRole, admission);
    }

    [Fact]
    public void Admit_KeyGivenTwice_MayDoBoth()
    {
        var options = new AccessOptions
        {
            ApiKeys = [new() { Source = "a", Sha256 = Hash("k"), Role = KeyRole.Send }, new() { Source = "a", Sha256 = Hash("k"), Role = KeyRole.Read }],
        };

        Assert.Equal(Admission.Granted, new Authenticator(new ApiKeyRing(options)).Admit(Request("Bearer k"), KeyRole.Both, out _));
    }

    [Fact]
    public void Validate_OpenListenerWithoutKeys_SaysWhatToDo()
    {
        var result = new AccessOptionsValidator(() => [Open, Local]).Validate(null, new AccessOptions());

        var fault = Assert.Single(result.Failures!);
        Assert.Contains("'otlp-http'", fault, StringComparison.Ordinal);
        Assert.Contains("Tidemark:Receive:AllowUnauthenticated=true", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Validate_OpenListenerWithKeysOrPermission_IsFine()
    {
        var validator = new AccessOptionsValidator(() => [Open]);

        Assert.True(validator.Validate(null, Keys()).Succeeded);
        Assert.True(validator.Validate(null, new AccessOptions { AllowUnauthenticated = true }).Succeeded);
        Assert.True(new AccessOptionsValidator(() => [Local]).Validate(null, new AccessOptions()).Succeeded);
    }

    [Fact]
    public void Validate_BadKeys_TellsEveryFaultWithoutTheHash()
    {
        var options = new AccessOptions
        {
            ApiKeys = [new() { Source = "", Sha256 = "the key itself" }, new() { Source = "x", Sha256 = new string('g', 64), Role = (KeyRole)8 }],
        };

        var failures = new AccessOptionsValidator(() => []).Validate(null, options).Failures!.ToList();

        Assert.Equal(4, failures.Count);
        Assert.All(failures, failure => Assert.DoesNotContain("the key itself", failure, StringComparison.Ordinal));
    }

    private static Authenticator Authenticator() => new(new ApiKeyRing(Keys()));

    private static AccessOptions Keys() => new()
    {
        ApiKeys =
        [
            new() { Source = "team-a", Sha256 = Hash("first key") },
            new() { Source = "team-b", Sha256 = Hash("second key").ToUpperInvariant() },
            new() { Source = "team-a", Sha256 = Hash("rotated key") },
        ],
    };

    private static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private static DefaultHttpContext Request(string authorization)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Authorization = authorization;
        return context;
    }
}
