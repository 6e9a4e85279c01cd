using System.Collections.Frozen;
using Dti.Assessment.Submissions;

namespace Dti.Web.Access;

/// <summary>What a call needs; each is an authorisation policy of the same name.</summary>
public enum Right
{
    ReadSubmission,
    SaveSubmission,
    SubmitSubmission,
    Verify,
    UploadEvidence,
    ReadEvidence,
    ReadObservations,
    ReadRounds,
    RunRound,
    Administer,
}

/// <summary>How far a right reaches.</summary>
public enum Reach { OwnUnit, Scope, Everything }

/// <summary>Who may call what (contract §4, roles). The grains check ownership again.</summary>
public static class Rights
{
    private static readonly FrozenDictionary<(Role, Right), Reach> Table = new Dictionary<(Role, Right), Reach>
    {
        [(Role.Officer, Right.ReadSubmission)] = Reach.OwnUnit,
        [(Role.Officer, Right.SaveSubmission)] = Reach.OwnUnit,
        [(Role.Officer, Right.UploadEvidence)] = Reach.OwnUnit,
        [(Role.Officer, Right.ReadEvidence)] = Reach.OwnUnit,
        [(Role.Officer, Right.ReadObservations)] = Reach.OwnUnit,
        [(Role.Officer, Right.ReadRounds)] = Reach.Everything,

        [(Role.Leader, Right.ReadSubmission)] = Reach.OwnUnit,
        [(Role.Leader, Right.SaveSubmission)] = Reach.OwnUnit,
        [(Role.Leader, Right.SubmitSubmission)] = Reach.OwnUnit,
        [(Role.Leader, Right.UploadEvidence)] = Reach.OwnUnit,
        [(Role.Leader, Right.ReadEvidence)] = Reach.OwnUnit,
        [(Role.Leader, Right.ReadObservations)] = Reach.OwnUnit,
        [(Role.Leader, Right.ReadRounds)] = Reach.Everything,

        [(Role.Verifier, Right.ReadSubmission)] = Reach.Scope,
        [(Role.Verifier, Right.Verify)] = Reach.Scope,
        [(Role.Verifier, Right.ReadEvidence)] = Reach.Scope,
        [(Role.Verifier, Right.ReadObservations)] = Reach.Scope,
        [(Role.Verifier, Right.ReadRounds)] = Reach.Everything,

        [(Role.Soict, Right.ReadSubmission)] = Reach.Everything,
        [(Role.Soict, Right.Verify)] = Reach.Everything,
        [(Role.Soict, Right.ReadEvidence)] = Reach.Everything,
        [(Role.Soict, Right.ReadObservations)] = Reach.Everything,
        [(Role.Soict, Right.ReadRounds)] = Reach.Everything,
        [(Role.Soict, Right.RunRound)] = Reach.Everything,

        [(Role.Committee, Right.ReadSubmission)] = Reach.Everything,
        [(Role.Committee, Right.ReadEvidence)] = Reach.Everything,
        [(Role.Committee, Right.ReadObservations)] = Reach.Everything,
        [(Role.Committee, Right.ReadRounds)] = Reach.Everything,

        [(Role.Admin, Right.Administer)] = Reach.Everything,
    }.ToFrozenDictionary();

    /// <summary>Null: the role lacks the right.</summary>
    public static Reach? Of(Role role, Right right) => Table.TryGetValue((role, right), out var reach) ? reach : null;
}
